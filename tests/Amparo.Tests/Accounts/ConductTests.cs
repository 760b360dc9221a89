using System.Net;
using Amparo.Accounts.Conduct;
using Amparo.Accounts.Users;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Tests.Accounts;

public class ConductTests
{
    [Theory, OnEveryDatabase]
    public async Task Before_the_first_work_every_page_leads_to_the_code_of_conduct(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (luz, _) = await NewAsync(app);
        foreach (var page in (string[])["/home", "/contacts", "/sessions", "/account/password"])
        {
            await luz.GoAsync(page);
            luz.Path.ShouldBe("/conduct", page);
        }
        foreach (var rule in CodeOfConduct.Of(app.Services.GetRequiredService<Pack>()).Rules)
            luz.Words.ShouldContain(rule.Title.In("es"));
        await luz.GoAsync("/", ("Accept", "text/html"));
        luz.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task Accepting_opens_the_program_and_is_on_record_with_its_version(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (luz, login) = await NewAsync(app);
        await luz.GoAsync("/contacts");
        await luz.SendFormAsync("/conduct");
        (luz.Path, luz.Status).ShouldBe(("/contacts", HttpStatusCode.OK));
        var id = await app.UserIdAsync(login);
        var accepted = (await app.AuditAsync("conduct.accepted")).Where(e => e.About == id.Value).ShouldHaveSingleItem();
        (accepted.By, accepted.Data).ShouldBe((id.Value, $$"""{"user":"{{id.Value}}","version":"2026-1"}"""));
        await luz.GoAsync("/conduct");
        luz.Words.ShouldContain(app.Text("conduct.accepted"));
        luz.Page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Accepting_twice_is_recorded_once(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (luz, login) = await NewAsync(app);
        await luz.GoAsync("/conduct");
        var token = luz.Token!;
        for (var i = 0; i < 2; i++)
        {
            await luz.PostAsync("/conduct?to=/home", ("ConductVersion", "2026-1"), ("__RequestVerificationToken", token));
            luz.Path.ShouldBe("/home");
        }
        var id = await app.UserIdAsync(login);
        (await app.AuditAsync("conduct.accepted")).Count(e => e.About == id.Value).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Another_text_than_todays_is_not_accepted(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (luz, login) = await NewAsync(app);
        await luz.GoAsync("/conduct");
        await luz.PostAsync("/conduct", ("ConductVersion", "2025-9"), ("__RequestVerificationToken", luz.Token!));
        luz.Status.ShouldBe(HttpStatusCode.Conflict);
        luz.Words.ShouldContain(app.Text("conduct.changed"));
        (await app.UserAsync(await app.UserIdAsync(login))).Conduct.ShouldBeNull();
        await luz.GoAsync("/home");
        luz.Path.ShouldBe("/conduct");
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_version_is_asked_of_everybody_and_what_was_typed_meanwhile_arrives(string database)
    {
        // Read when a request comes, as a second node with the new text would.
        var text = new CodeOfConduct("2026-1", new DateOnly(2026, 11, 1), [new ConductRule(Say("Calla"), Say("Siempre"))]);
        await using var app = await TestApp.StartAsync(database, services => services.Replace(ServiceDescriptor.Singleton(_ => text)));
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.OpenContactAsync();
        text = text with { Version = "2027-1" };
        await app.RestartAsync();
        await julia.SendFormAsync("/account", ("Input.Account", "Oyó gritos & «llanto»."), ("Input.HappeningNow", "Yes"));
        julia.Path.ShouldBe("/conduct");
        julia.Way[0].ShouldBe(HttpStatusCode.TemporaryRedirect);
        julia.Words.ShouldContain(app.Text("unlock.kept"));
        await julia.SendFormAsync("/conduct");
        julia.Path.ShouldBe(contact);
        julia.Words.ShouldContain("Oyó gritos & «llanto».");
        (await app.CountAsync("contact.account-taken")).ShouldBe(1);
        (await app.UserAsync(await app.UserIdAsync(TestApp.Operator))).Conduct!.Value.Value.ShouldBe("2027-1");
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_script_fetches_is_told_to_wait(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (luz, _) = await NewAsync(app);
        await luz.GoAsync("/home", ("X-Live", "1"));
        (luz.Status, luz.Path).ShouldBe((HttpStatusCode.Unauthorized, "/home"));
    }

    [Theory, OnEveryDatabase]
    public async Task Administrators_and_auditors_see_who_accepted_which_version(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, login) = await NewAsync(app);
        foreach (var role in Role.All)
        {
            var browser = await app.SignedInAsAsync(role);
            await browser.GoAsync("/conduct/acceptances");
            if (role is not (Role.Administrator or Role.Auditor))
            {
                browser.Status.ShouldBe(HttpStatusCode.Forbidden, role);
                continue;
            }
            var first = browser.Page.QuerySelector("tbody tr")!.TextContent;
            first.ShouldContain(login);
            first.ShouldContain(app.Text("conduct.none"));
            browser.Words.ShouldContain(app.Text("conduct.missing-count", 1));
            browser.Page.QuerySelectorAll("tbody tr").ShouldContain(row => row.TextContent.Contains("2026-1", StringComparison.Ordinal));
        }
        var other = await app.SignedInAsAsync(Role.Administrator, "pnp-trata-piura");
        await other.GoAsync("/conduct/acceptances");
        other.Words.ShouldNotContain(login);
    }

    private static Label Say(string words) => new([KeyValuePair.Create("es", words), KeyValuePair.Create("en", words)]);

    private static async Task<(Amparo.Tests.Support.Browser Browser, string Login)> NewAsync(TestApp app)
    {
        var login = $"luz.{Guid.CreateVersion7():N}@prueba.example";
        await using var scope = app.Services.CreateAsyncScope();
        var line = AgencyId.Parse(await app.LineAsync(), null);
        var added = await scope.ServiceProvider.GetRequiredService<UserAccounts>().AddAsync(login, "Luz Quispe", line, null, [Role.Operator], CancellationToken.None);
        return (await app.BeginAsync(login, added.TemporaryPassword), login);
    }
}
