using System.Net;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform.Permissions;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Accounts;

public sealed class SignInTests
{
    private const string Ana = "ana@linea.example";
    private const string Luz = "luz@linea.example";

    [Fact]
    public async Task A_password_and_a_code_open_a_session()
    {
        await using var house = await House.OpenAsync();
        var id = await house.MemberAsync(Ana, Role.Operator);
        var browser = await house.SignedInAsync(Ana);
        await browser.GoAsync("/case");
        browser.Text.ShouldBe("secret");
        var by = await house.AskAsync(db => db.Audit.Where(e => e.Event == "user.signed-in").Select(e => e.By).SingleAsync());
        by.ShouldBe(id.Value);
        (await house.EventsAsync()).TakeLast(2).ShouldBe(["user.password-accepted", "user.signed-in"]);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        await browser.GoAsync("/case");
        browser.Path.ShouldBe("/sign-in");
        await browser.SendAsync(("Login", Ana), ("Password", House.Password));
        browser.Path.ShouldBe("/sign-in/code");
        await browser.GoAsync("/case");
        browser.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_page_that_was_asked_for_is_where_signing_in_leads()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        await browser.GoAsync("/case?page=2");
        await browser.SendAsync(("Login", $" {Ana.ToUpperInvariant()} "), ("Password", House.Password));
        await browser.SendAsync(("Code", house.CodeOf(Ana)));
        browser.Path.ShouldBe("/case");
    }

    [Fact]
    public async Task Signing_in_never_leads_to_another_site()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in?to=//evil.example/");
        await browser.SendAsync(("Login", Ana), ("Password", House.Password));
        await browser.SendAsync(("Code", house.CodeOf(Ana)));
        browser.Path.ShouldBe("/");
    }

    [Theory]
    [InlineData("nobody@linea.example", House.Password)]
    [InlineData(Ana, "the wrong password")]
    [InlineData(Luz, House.Password)]
    public async Task A_wrong_password_an_unknown_login_and_a_deactivated_account_answer_alike(string login, string password)
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        await house.MemberAsync(Luz, Role.Operator);
        await house.AskAsync(async db =>
        {
            var luz = await db.Set<User>().SingleAsync(u => u.Login == Luz);
            await db.RecordAsync(luz.Deactivate(Viewer.Program), CancellationToken.None);
            return 0;
        });
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", login), ("Password", password));
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Falta un correo y una contraseña que vayan juntos");
        (await house.EventsAsync())[^1].ShouldBe("user.sign-in-failed");
    }

    [Fact]
    public async Task A_failed_sign_in_posted_again_with_its_key_tells_nothing()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        var key = Guid.CreateVersion7().ToString();
        for (var i = 0; i < 2; i++)
        {
            await browser.GoAsync("/sign-in");
            await browser.PostAsync("/sign-in", ("Login", Ana), ("Password", "wrong wrong wrong"), ("_once", key), ("__RequestVerificationToken", browser.Token!));
            browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_learner_needs_no_code()
    {
        await using var house = await House.OpenAsync();
        await house.AskAsync(services => AddAsync(services, house, Role.Learner));
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Luz), ("Password", _temporary));
        browser.Path.ShouldBe("/sign-in/password");
        await browser.SendAsync(("Password", House.Password), ("Again", House.Password));
        browser.Path.ShouldBe("/");
        (await house.EventsAsync()).TakeLast(2).ShouldBe(["user.password-changed", "user.signed-in"]);
    }

    private string _temporary = "";

    private async Task<int> AddAsync(IServiceProvider services, House house, params string[] roles)
    {
        var accounts = (UserAccounts)services.GetService(typeof(UserAccounts))!;
        _temporary = (await accounts.AddAsync(Luz, "Luz Quispe", house.Agency, null, roles, CancellationToken.None)).TemporaryPassword;
        return 0;
    }
}
