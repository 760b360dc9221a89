using Amparo.Demo;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

/// <summary>What somebody with a passkey does again and again.</summary>
internal static class PasskeySteps
{
    public static async Task<SoftKey> KeyOfAsync(TestApp app, string login)
    {
        var browser = await app.SignedInAsync(login);
        var key = new SoftKey(app.Address.ToString());
        await MakeAsync(browser, key, ("Name", "mi llave azul"), ("Password", DemoStory.Password));
        browser.Path.ShouldBe("/passkeys", browser.Page.QuerySelector(".error-summary")?.TextContent);
        return key;
    }

    public static async Task MakeAsync(Browser browser, SoftKey key, params (string, string)[] typed)
    {
        await browser.GoAsync("/passkeys/add?handler=Options");
        var made = key.Make(browser.Text);
        await browser.GoAsync("/passkeys/add");
        await browser.PostAsync("/passkeys/add", [.. typed, ("Credential", made), ("__RequestVerificationToken", browser.Token!)]);
    }

    public static async Task SignInAsync(Browser browser, SoftKey key, string page = "/sign-in/passkey")
    {
        await browser.GoAsync("/sign-in/passkey?handler=Options");
        await AnswerAsync(browser, key.Sign(browser.Text), page);
    }

    public static async Task AnswerAsync(Browser browser, string answer, string page = "/sign-in/passkey")
    {
        await browser.GoAsync(page);
        await browser.PostAsync(page, ("Credential", answer), ("__RequestVerificationToken", browser.Token!));
    }

    // The key has signed often before.
    public static async Task KeepCountAsync(TestApp app, SoftKey key)
    {
        key.Count = 40;
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var before = app.Browser();
        await SignInAsync(before, key);
        before.Path.ShouldBe("/home");
    }
}
