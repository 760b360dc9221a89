using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

/// <summary>Who may not send a case or export it reads whom to ask: a missing button says nothing.</summary>
public class WhomToAskTests
{
    [Theory, OnEveryDatabase]
    public async Task A_case_worker_reads_who_of_their_agency_sends_and_exports(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        var (carmen, desk) = (await NameAsync(app, TestApp.Supervisor), await NameAsync(app, TestApp.Operator));
        julia.Words.ShouldContain(app.Text("export.ask", carmen));
        julia.Page.QuerySelector($"a[href='{@case}/refer']").ShouldNotBeNull("an operator sends herself");
        var worker = await app.SignedInAsAsync(Role.CaseWorker);
        await worker.GoAsync(@case);
        worker.Words.ShouldContain(app.Text("export.ask", carmen));
        worker.Page.QuerySelector("#referrals-of-case")!.TextContent.ShouldContain(app.Text("referral.send.ask", desk)[..20]);
        worker.Page.QuerySelector("#referrals-of-case")!.TextContent.ShouldContain(desk);
        foreach (var act in (string[])["/refer", "/export"])
            worker.Page.QuerySelector($"a[href='{@case}{act}']").ShouldBeNull();
        var supervisor = await app.SignedInAsync(TestApp.Supervisor);
        await supervisor.GoAsync(@case);
        foreach (var act in (string[])["/refer", "/export"])
            supervisor.Page.QuerySelector($"a[href='{@case}{act}']").ShouldNotBeNull();
        supervisor.Words.ShouldNotContain(app.Text("export.ask", carmen));
    }

    [Theory, OnEveryDatabase]
    public async Task With_a_part_somebody_reads_which_agency_exports_and_that_nobody_of_theirs_sends(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, @case) = await carmen.OpenCaseAsync();
        await carmen.GivePartAsync(@case, await app.AgencyAsync("pnp-trata"));
        var worker = await app.SignedInAsAsync(Role.CaseWorker, "pnp-trata-nacional");
        await worker.GoAsync(@case);
        var agency = worker.Page.QuerySelector("#agencies li p")!.TextContent;
        worker.Words.ShouldContain(app.Text("export.theirs", agency));
        worker.Words.ShouldContain(app.Text("referral.send.ask-nobody"));
    }

    private static Task<string> NameAsync(TestApp app, string login) => app.InAsync(db =>
        Task.FromResult(db.Set<Amparo.Accounts.Users.User>().Single(u => u.Login == login).Name));
}
