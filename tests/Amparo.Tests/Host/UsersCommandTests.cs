using System.CommandLine;
using Amparo.Commands;
using Amparo.Platform.Permissions;
using Amparo.Tests.Accounts;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Host;

public class UsersCommandTests
{
    private const string Luz = "luz@pnp.example";

    [Theory, OnEveryDatabase]
    public async Task A_liaison_added_by_the_command_answers_for_the_office_that_was_named(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        (await AddAsync(app, "--agency", "pnp-trata", "--role", Role.Liaison, "--office", "pnp-trata-piura")).ExitCode.ShouldBe(CommandHost.Done);
        var luz = await app.UserAsync(await app.UserIdAsync(Luz));
        luz.Office.ShouldBe((await app.OfficeAsync("pnp-trata-piura")).Id);
    }

    [Theory, OnEveryDatabase]
    public async Task A_liaison_of_every_office_is_said_so(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (code, said) = await AddAsync(app, "--agency", "pnp-trata", "--role", Role.Liaison);
        (code, said.Contains("--office all", StringComparison.Ordinal)).ShouldBe((CommandHost.WrongUse, true));
        (await AddAsync(app, "--agency", "pnp-trata", "--role", Role.Liaison, "--office", "all")).ExitCode.ShouldBe(CommandHost.Done);
        (await app.UserAsync(await app.UserIdAsync(Luz))).Office.ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task An_office_of_another_agency_is_refused(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var before = await app.CountAsync("user.added");
        var (code, said) = await AddAsync(app, "--agency", "pnp-trata", "--role", Role.Liaison, "--office", "fiscalia-piura");
        (code, said.Contains(app.Text("users.office-other"), StringComparison.Ordinal)).ShouldBe((CommandHost.WrongUse, true), said);
        (await app.CountAsync("user.added")).ShouldBe(before);
    }

    private static async Task<(int ExitCode, string Said)> AddAsync(TestApp app, params string[] more)
    {
        // What the command line would read in the country's language.
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("es");
        using var said = new StringWriter();
        var root = new RootCommand { UsersCommand.Make() };
        var code = await root.Parse(["users", "add", Luz, "--name", "Luz Quispe", .. more, .. app.Options()])
            .InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }
}
