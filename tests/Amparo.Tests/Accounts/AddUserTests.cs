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
