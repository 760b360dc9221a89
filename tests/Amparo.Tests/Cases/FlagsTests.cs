using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>What must be known of a case before anything else.</summary>
public class FlagsTests
{
    [Theory, OnEveryDatabase]
    public async Task A_flag_stands_on_the_case_and_in_lists_until_it_is_lowered(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        await RaiseAsync(julia, path, "interpreter");
        await RaiseAsync(julia, path, "life-risk");
        julia.Path.ShouldBe(path);
        julia.Page.QuerySelectorAll("h1 ~ .acts .tag").Select(t => (t.TextContent, t.ClassList.Contains("danger")))
            .ShouldBe([("Riesgo de vida", true), ("Necesita intérprete", false)], "a life in danger comes first and alone is red");
        await julia.GoAsync("/cases");
        julia.Page.QuerySelectorAll("#cases .tag").Length.ShouldBe(2);
        await julia.GoAsync(path + "/flags/raise");
        julia.Page.QuerySelector("input[value=life-risk]").ShouldBeNull("what is raised is not offered");
        await julia.SendAsync(("Flag", "life-risk"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        await RaiseAsync(julia, path, "no-such");
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        await julia.PostFromAsync(path + "/flags/raise", "/raise");
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);

        await julia.PostFromAsync(path + "/flags/life-risk/lower", "/lower");
        julia.Path.ShouldBe(path);
        julia.Page.QuerySelectorAll("h1 ~ .acts .tag").ShouldHaveSingleItem();
        await julia.PostFromAsync(path + "/flags/life-risk/lower", "/lower");
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        await julia.GoAsync(path + "/flags/media/lower");
        julia.Status.ShouldBe(HttpStatusCode.NotFound, "it was never raised");
        var stored = await app.CaseAsync(path);
        stored.Flags.Single(f => f.Flag.Value == "life-risk").LoweredAt.ShouldBe(app.Clock.GetUtcNow(), "that it was raised stays");
        (await app.AuditAsync("case.flag-raised", "case.flag-lowered")).Count.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_tie_or_the_permission_nothing_is_marked(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        await RaiseAsync(julia, path, "media");
        foreach (var (role, office, status) in ((string, string?, HttpStatusCode)[])[
            (Role.Supervisor, "pnp-trata-nacional", HttpStatusCode.NotFound), (Role.Administrator, null, HttpStatusCode.Forbidden), (Role.Liaison, null, HttpStatusCode.Forbidden)])
        {
            var other = await app.SignedInAsAsync(role, office);
            foreach (var page in (string[])[path + "/flags/raise", path + "/flags/media/lower"])
            {
                await other.GoAsync(page);
                other.Status.ShouldBe(status, $"{role} {page}");
            }
        }
    }

    private static Task RaiseAsync(Browser browser, string path, string flag) => browser.PostFromAsync(path + "/flags/raise", "/raise", ("Flag", flag));
}
