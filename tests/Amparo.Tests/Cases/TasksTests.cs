using System.Net;
using System.Text;
using Amparo.Cases.Tasks;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Cases;

/// <summary>What is to be done in a case, by whom and by when.</summary>
public class TasksTests
{
    [Theory, OnEveryDatabase]
    public async Task A_task_stands_first_on_the_case_and_at_home_until_it_is_finished(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var task = await julia.AddTaskAsync(path, ("Input.Words", "Llamar a la tía en Huaral"));
        julia.Text.ShouldNotContain("Huaral", customMessage: "its words stand on its own page");
        julia.Page.QuerySelector($"#next a.button[href='{task}']").ShouldNotBeNull();
        var stored = await TaskAsync(app, task);
        Encoding.UTF8.GetString(stored.Words.Cipher).ShouldNotContain("Huaral");
        (await app.AuditAsync("task.added")).ShouldHaveSingleItem().Data.ShouldNotContain("Huaral");
        await julia.GoAsync("/home");
        julia.Page.QuerySelector($"#home-tasks a[href='{task}']").ShouldNotBeNull();
        julia.Page.QuerySelector("#home-tasks .clock.late").ShouldBeNull();

        app.Clock.Advance(TimeSpan.FromDays(6));
        julia = await app.SignedInAsync(TestApp.Operator);
        julia.Page.QuerySelector("#home-tasks .clock.late").ShouldNotBeNull("what is overdue says so");
        await julia.GoAsync(task);
        julia.Words.ShouldContain("Huaral");
        await julia.SendAsync();
        julia.Status.ShouldBe(HttpStatusCode.BadRequest);
        await julia.SendAsync(("Result", "person-refused"));
        julia.Path.ShouldBe(path);
        stored = await TaskAsync(app, task);
        (stored.FinishedAt, stored.Result?.Value).ShouldBe((app.Clock.GetUtcNow(), "person-refused"));
        (await app.AuditAsync("task.finished")).ShouldHaveSingleItem().Data.ShouldContain("\"done\":false");
        julia.Page.QuerySelector("#tasks .clock.done")!.TextContent.ShouldContain("la persona no quiso");
        await julia.GoAsync("/home");
        julia.Page.QuerySelector("#home-tasks").ShouldBeNull();
        await julia.PostAsync(task, ("__RequestVerificationToken", julia.Token!), ("Result", "done"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task A_task_is_given_only_to_somebody_who_sees_the_case(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        var login = await app.AddAsync(Role.CaseWorker, "pnp-trata-nacional");
        var worker = await app.InAsync(db => db.Set<Amparo.Accounts.Users.User>().Where(u => u.Login == login).Select(u => u.Id).SingleAsync());
        await carmen.PostFromAsync(path + "/tasks/add", "/tasks/add", ("Input.Act", "other"), ("Input.For", worker.ToString()), ("Input.Day", "2026-11-25"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        carmen.Words.ShouldContain(app.Text("task.for-missing"));
        await carmen.GivePartAsync(path, await app.AgencyAsync("pnp-trata"));
        var task = await carmen.AddTaskAsync(path, ("Input.For", worker.ToString()));
        var browser = await app.SignedInAsync(login);
        browser.Page.QuerySelector($"#home-tasks a[href='{task}']").ShouldNotBeNull();
        await browser.PostFromAsync(task, "/finish", ("Result", "done"));
        browser.Path.ShouldBe(path);
    }

    [Theory, OnEveryDatabase]
    public async Task A_day_that_passed_or_never_comes_and_a_closed_case_take_none(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        foreach (var (day, why) in ((string, string)[])[("2026-11-20", app.Text("task.past")), ("2066-11-20", app.Text("task.too-far", 5))])
        {
            await carmen.GoAsync(path + "/tasks/add");
            var me = carmen.Page.QuerySelector("select[name='Input.For'] option[selected]")!.GetAttribute("value")!;
            await carmen.SendAsync(("Input.Act", "other"), ("Input.For", me), ("Input.Day", day));
            carmen.Status.ShouldBe(HttpStatusCode.Conflict);
            carmen.Words.ShouldContain(why);
        }
        var left = await carmen.AddTaskAsync(path);
        await carmen.PostFromAsync(path + "/move", "/move", ("Input.To", "closed"), ("Input.Closing", "resolved"));
        await carmen.PostFromAsync(path + "/tasks/add", "/tasks/add", ("Input.Act", "other"), ("Input.For", UserId.New().ToString()), ("Input.Day", "2026-11-25"));
        carmen.Status.ShouldBe(HttpStatusCode.Conflict);
        await carmen.PostFromAsync(left, "/finish", ("Result", "not-needed"));
        carmen.Path.ShouldBe(path, "what was left open is told to its end");
        (await app.CountAsync("task.added")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_tie_or_the_permission_there_is_no_task(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var task = await julia.AddTaskAsync(path);
        foreach (var (role, office, status) in ((string, string?, HttpStatusCode)[])[
            (Role.CaseWorker, "pnp-trata-nacional", HttpStatusCode.NotFound), (Role.Administrator, null, HttpStatusCode.Forbidden), (Role.Auditor, null, HttpStatusCode.Forbidden)])
        {
            var other = await app.SignedInAsAsync(role, office);
            foreach (var page in (string[])[path + "/tasks/add", task])
            {
                await other.GoAsync(page);
                other.Status.ShouldBe(status, $"{role} {page}");
            }
        }
    }

    private static Task<CaseTask> TaskAsync(TestApp app, string path) =>
        app.InAsync(db => db.Set<CaseTask>().AsNoTracking().SingleAsync(t => t.Id == new CaseTaskId(Line.Id(path))));
}
