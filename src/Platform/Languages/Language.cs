using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Amparo.Platform.Languages;

/// <summary>The language somebody chose and the one that is shown: without reviewed text, Spanish stands in.</summary>
public sealed record Language(string Chosen, CultureInfo Culture)
{
    public const string Cookie = "language";

    /// <summary>What may be chosen, each under its own name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Choices { get; } =
        [("es", "Español"), ("en", "English"), ("pt", "Português"), ("qu", "Runasimi")];

    /// <summary>The code for <c>html lang</c>: what the page really says, not what was asked for.</summary>
    public string Shown => Culture.Name;

    /// <summary>True when the page must say that it shows Spanish for want of reviewed text.</summary>
    public bool StandsIn => Chosen is "pt" or "qu";

    public static bool May(string? code) => Choices.Any(choice => choice.Code == code);

    public static Language Of(HttpContext http) => http.Features.Get<Language>() ?? From("es");

    internal static Language From(string code) => new(code, code == "en" ? Cultures.English : Cultures.Spanish);

    internal static Language Of(string? cookie, IEnumerable<string> accepted)
    {
        if (May(cookie))
            return From(cookie!);
        var first = accepted.Select(value => value.Split('-')[0]).FirstOrDefault(code => code is "es" or "en");
        return From(first ?? "es");
    }
}
