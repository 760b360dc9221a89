using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>A case's states are the pack's, and somebody is in charge of it.</summary>
public class MoveTests
{
    [Theory, OnEveryDatabase]
    public async Task A_case_goes_from_state_to_state_as_the_pack_says(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        await MoveAsync(carmen, path, "closed", null);
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldContain(app.Text("case.move.closing-missing"));
        await MoveAsync(carmen, path, "closed", "resolved");
        carmen.Path.ShouldBe(path);
        var closed = await app.CaseAsync(path);
        (closed.IsOpen, closed.State.Value, closed.Closing?.Value).ShouldBe((false, "closed", "resolved"));
        await MoveAsync(carmen, path, "proceeding", null);
        carmen.Status.ShouldBe(HttpStatusCode.Conflict, "after closed comes only following");
        await MoveAsync(carmen, path, "following", "resolved");
        var again = await app.CaseAsync(path);
        (again.IsOpen, again.Closing).ShouldBe((true, null), "a case that goes on has no reason for having been closed");
        (await app.CountAsync("case.moved")).ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_case_is_given_to_a_colleague_and_to_nobody_else(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var worker = await app.SignedInAsAsync(Role.CaseWorker);
        await worker.GoAsync("/home");
        worker.Text.ShouldNotContain(path);
        await carmen.GoAsync(path + "/assign");
        var choice = carmen.Page.QuerySelectorAll("label").Single(l => l.TextContent.Contains("Persona " + Role.CaseWorker, StringComparison.Ordinal));
        await carmen.SendAsync(("To", choice.QuerySelector("input")!.GetAttribute("value")!));
        carmen.Path.ShouldBe(path);
        await worker.GoAsync("/home");
        worker.Text.ShouldContain(path);
        await carmen.GoAsync(path + "/assign");
        await carmen.SendAsync(("To", Guid.CreateVersion7().ToString("N")));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("case.assigned")).ShouldBe(1);
    }

    [Theory]
    [InlineData(Role.Operator, "/move", HttpStatusCode.Forbidden)]
    [InlineData(Role.CaseWorker, "/move", HttpStatusCode.OK)]
    [InlineData(Role.Operator, "/assign", HttpStatusCode.Forbidden)]
    [InlineData(Role.CaseWorker, "/assign", HttpStatusCode.Forbidden)]
    [InlineData(Role.Supervisor, "/assign", HttpStatusCode.OK)]
    public async Task Who_may_move_and_assign(string role, string act, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (_, path) = await (await app.SignedInAsync(TestApp.Supervisor)).OpenCaseAsync();
        var other = await app.SignedInAsAsync(role);
        await other.GoAsync(path + act);
        other.Status.ShouldBe(status);
    }

    private static async Task MoveAsync(Browser browser, string path, string to, string? closing)
    {
        await browser.GoAsync(path + "/move");
        await browser.SendAsync(closing is null ? [("Input.To", to)] : [("Input.To", to), ("Input.Closing", closing)]);
    }
}
