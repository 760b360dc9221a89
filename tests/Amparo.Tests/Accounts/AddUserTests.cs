using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public class AddUserTests
{
    [Theory, OnEveryDatabase]
    public async Task An_administrator_adds_a_user_who_can_begin_with_what_is_shown(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync("/users/add");
        await ana.SendAsync(("Name", "Luz Quispe"), ("Login", "Luz@Linea.Example"), ("Agency", await app.LineAsync()), ("Roles", Role.Operator));
        ana.Status.ShouldBe(HttpStatusCode.OK);
        var luz = app.Browser();
        await luz.GoAsync("/sign-in");
        await luz.SendAsync(("Login", "luz@linea.example"), ("Password", ana.Page.QuerySelector("main .ref")!.TextContent));
        luz.Path.ShouldBe("/sign-in/password");
        var added = (await app.AuditAsync("user.added"))[^1];
        (added.About, added.By).ShouldBe(((await app.UserIdAsync("luz@linea.example")).Value, (Guid?)(await app.UserIdAsync(TestApp.Administrator)).Value));
    }

    [Theory, OnEveryDatabase]
    public async Task A_liaison_sees_what_the_office_received_and_nothing_of_another(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var (told, other) = (await app.OfficeAsync("pnp-trata-piura"), await app.OfficeAsync("pnp-trata-nacional"));
        other.Agency.ShouldBe(told.Agency);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        foreach (var (login, office, sees) in ((string, string, HttpStatusCode)[])[
            ("uno@pnp.example", $"{told.Id}", HttpStatusCode.OK),
            ("dos@pnp.example", $"{other.Id}", HttpStatusCode.NotFound),
            ("tres@pnp.example", "all", HttpStatusCode.OK)])
        {
            await ana.GoAsync("/users/add");
            await ana.SendAsync(("Name", "Otra"), ("Login", login), ("Agency", $"{told.Agency}"), ("Office", office), ("Roles", Role.Liaison));
            var browser = await app.BeginAsync(login, ana.Page.QuerySelector("main .ref")!.TextContent);
            await browser.PostFromAsync("/conduct", "/conduct");
            await browser.GoAsync(referral);
            (browser.Status, browser.Path).ShouldBe((sees, referral), login);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_office_of_another_agency_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var before = await app.CountAsync("user.added");
        var (police, prosecutor) = (await app.OfficeAsync("pnp-trata-piura"), await app.OfficeAsync("fiscalia-piura"));
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync("/users/add");
        await ana.SendAsync(("Name", "Otra"), ("Login", "otra@pnp.example"), ("Agency", $"{police.Agency}"), ("Office", $"{prosecutor.Id}"), ("Roles", Role.Liaison));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.office-other"));
        ana.Page.QuerySelector("select[name=Office] option[selected]")!.GetAttribute("value").ShouldBe($"{prosecutor.Id}", "what was chosen stays");
        (await app.CountAsync("user.added")).ShouldBe(before);
    }

    [Theory, OnEveryDatabase]
    public async Task A_liaison_without_an_office_is_asked_for_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var before = await app.CountAsync("user.added");
        var ana = await app.SignedInAsync(TestApp.Administrator);
        foreach (var office in (string[])["", "Piura"])
        {
            await ana.GoAsync("/users/add");
            await ana.SendAsync(("Name", "Otra"), ("Login", "otra@pnp.example"), ("Agency", await app.LineAsync()), ("Office", office), ("Roles", Role.Liaison));
            ana.Status.ShouldBe(HttpStatusCode.BadRequest);
            ana.Words.ShouldContain(app.Text("users.office-missing"));
        }
        (await app.CountAsync("user.added")).ShouldBe(before);
    }

    [Theory, OnEveryDatabase]
    public async Task A_login_is_given_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync("/users/add");
        await ana.SendAsync(("Name", "Otra"), ("Login", TestApp.Operator), ("Agency", await app.LineAsync()), ("Roles", Role.Operator));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.login-taken"));
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_role_nobody_is_added(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var before = await app.CountAsync("user.added");
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync("/users/add");
        await ana.SendAsync(("Name", "Otra"), ("Login", "otra@linea.example"), ("Agency", await app.LineAsync()));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Words.ShouldContain(app.Text("users.needs-role"));
        (await app.CountAsync("user.added")).ShouldBe(before);
    }
}
