using System.Net;
using System.Text;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Permissions;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Accounts;

public sealed class SetUpTests
{
    private const string Luz = "luz@linea.example";

    [Fact]
    public async Task The_first_sign_in_asks_for_an_own_password_and_sets_up_the_second_step()
    {
        await using var house = await House.OpenAsync();
        var (browser, _, codes) = await SetUpAsync(house);
        codes.Length.ShouldBe(10);
        await browser.PostFromAsync("/case", "/conduct");
        browser.Text.ShouldBe("secret");
        (await house.EventsAsync()).TakeLast(6).ShouldBe(
            ["user.added", "user.password-accepted", "user.password-changed", "user.mfa-set-up", "user.signed-in", "conduct.accepted"]);
    }

    [Fact]
    public async Task A_temporary_password_is_good_for_three_days()
    {
        await using var house = await House.OpenAsync();
        var added = await AddAsync(house);
        house.Clock.Pass(TimeSpan.FromHours(73));
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Luz), ("Password", added.TemporaryPassword));
        browser.Path.ShouldBe("/sign-in");
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_temporary_password_is_changed_before_anything_is_set_up()
    {
        await using var house = await House.OpenAsync();
        var added = await AddAsync(house);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Luz), ("Password", added.TemporaryPassword));
        await browser.GoAsync("/sign-in/set-up");
        browser.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_wrong_code_sets_up_nothing()
    {
        await using var house = await House.OpenAsync();
        var browser = await UntilSetUpAsync(house);
        await browser.SendAsync(("Code", "000000"));
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await house.AskAsync(db => db.Set<User>().Select(u => u.MfaConfirmed).SingleAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        await using var house = await House.OpenAsync();
        var (_, _, codes) = await SetUpAsync(house);
        (await EnterAsync(house, codes[3])).Path.ShouldBe("/");
        (await EnterAsync(house, codes[3])).Path.ShouldBe("/sign-in/code");
        (await EnterAsync(house, codes[4].ToLowerInvariant())).Path.ShouldBe("/");
        (await house.EventsAsync()).Count(e => e == "user.recovery-code-used").ShouldBe(2);
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_nor_the_password_lies_in_clear_in_the_database_file()
    {
        await using var house = await House.OpenAsync();
        var (_, key, codes) = await SetUpAsync(house);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var stored = Directory.GetFiles(Path.GetDirectoryName(house.File)!).Select(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }).Aggregate("", string.Concat);
        stored.ShouldContain(Luz);
        foreach (var secret in (string[])[key, codes[0], codes[0].Replace("-", ""), House.Password])
            stored.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_set_up_begun_before_a_secret_changed_is_worth_nothing()
    {
        await using var house = await House.OpenAsync();
        var first = await UntilSetUpAsync(house);
        await house.AskAsync(async services =>
        {
            var users = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>();
            var db = services.GetRequiredService<Amparo.Platform.Data.Db>();
            var luz = await db.Set<User>().SingleAsync();
            await users.UpdateSecurityStampAsync(luz);
            await db.RecordAsync(luz.ResendSetUp(services.GetRequiredService<TimeProvider>().GetUtcNow()), CancellationToken.None);
            return 0;
        });
        await first.GoAsync("/sign-in/set-up");
        first.Path.ShouldBe("/sign-in");
    }

    private static Task<NewUser> AddAsync(House house) => house.AskAsync(services => services.GetRequiredService<UserAccounts>()
        .AddAsync(Luz, "Luz Quispe", house.Agency, null, [Role.CaseWorker], CancellationToken.None));

    private static async Task<Browser> UntilSetUpAsync(House house)
    {
        var added = await AddAsync(house);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Luz), ("Password", added.TemporaryPassword));
        browser.Path.ShouldBe("/sign-in/password");
        await browser.SendAsync(("Password", House.Password), ("Again", House.Password));
        browser.Path.ShouldBe("/sign-in/set-up");
        browser.Page.QuerySelector("img")!.GetAttribute("src")!.ShouldStartWith("data:image/svg+xml;base64,");
        return browser;
    }

    private static async Task<(Browser Browser, string Key, string[] Codes)> SetUpAsync(House house)
    {
        var browser = await UntilSetUpAsync(house);
        var shown = browser.Page.QuerySelector("main .ref")!.TextContent;
        shown.ShouldMatch("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$");
        var key = shown.Replace(" ", "");
        await browser.SendAsync(("Code", Totp.Code(key, house.Clock.GetUtcNow())));
        return (browser, key, [.. browser.Page.QuerySelectorAll("main li .ref").Select(code => code.TextContent)]);
    }

    private static async Task<Browser> EnterAsync(House house, string code)
    {
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Luz), ("Password", House.Password));
        await browser.SendAsync(("Code", code));
        return browser;
    }
}
