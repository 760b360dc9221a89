using Amparo.Browser.Support;
using Amparo.Tests.Support;

namespace Amparo.Browser.Journeys;

/// <summary>The two ways in which each story is lived: by keys alone in Spanish, and without script in English.</summary>
internal sealed record Way(string Language, bool Script)
{
    public static readonly Way Keys = new("es", true);
    public static readonly Way WithoutScript = new("en", false);

    public static Hands HandsOf(Window window, Way way) => way.Script ? new KeyHands(window) : new PointerHands(window);

    /// <summary>The words of this way's language.</summary>
    public string Says(string spanish, string english) => Language == "es" ? spanish : english;

    public Task<Window> SignInAsync(Chromium chromium, TestApp app, string login) =>
        chromium.SignedInAsync(app, login, new() { JavaScriptEnabled = Script, Locale = Language == "es" ? "es-PE" : "en-GB" });
}
