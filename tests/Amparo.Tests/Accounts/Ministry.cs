using System.Net;
using Amparo.Accounts.OpenId;
using Amparo.Demo;
using Amparo.Platform.Audit;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

/// <summary>The real program, set to the identity provider of a ministry.</summary>
internal sealed class Ministry : IAsyncDisposable
{
    public required TestApp App { get; init; }

    public required IdentityProvider Provider { get; init; }

    public static async Task<Ministry> OpenAsync(string database, string amr = "mfa", string acr = "")
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
        var provider = await IdentityProvider.StartAsync(clock);
        var app = await TestApp.StartAsync(database, services => services.AddOpenId(provider.Settings(amr, acr)), clock);
        return new Ministry { App = app, Provider = provider };
    }

    /// <summary>Somebody signed in with password and code who binds the account that the provider names now.</summary>
    public async Task<Browser> BindAsync(string login = TestApp.Operator)
    {
        var browser = await App.SignedInAsync(login);
        await browser.GoAsync("/openid/bind?handler=Ask");
        browser.Path.ShouldBe("/openid/bind", browser.Words);
        await browser.SendAsync(("Password", DemoStory.Password));
        browser.Path.ShouldBe("/openid", browser.Words);
        return browser;
    }

    /// <summary>Somebody at a browser of their own who presses the button.</summary>
    public async Task<Browser> EnterAsync(string to = "/home")
    {
        var browser = App.Browser();
        await browser.GoAsync($"/sign-in/openid?to={Uri.EscapeDataString(to)}");
        return browser;
    }

    /// <summary>The page where the provider sent them says why nobody came in, and nobody did.</summary>
    public async Task RefusedAsync(Browser browser, string why, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        (browser.Status, browser.Path).ShouldBe((status, "/sign-in/openid/back"), why);
        browser.Words.ShouldContain(App.Text(why));
        browser.Page.QuerySelector("main a.button")!.GetAttribute("href")!.ShouldStartWith("/sign-in");
        await browser.GoAsync("/home");
        browser.Path.ShouldBe("/sign-in");
    }

    public Task<List<AuditEntry>> FailuresAsync() => App.AuditAsync("user.sign-in-failed");

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
