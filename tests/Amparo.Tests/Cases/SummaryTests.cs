using System.Net;
using System.Text;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;

namespace Amparo.Tests.Cases;

public class SummaryTests
{
    [Theory, OnEveryDatabase]
    public async Task What_it_is_about_is_sealed_and_each_reading_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        await julia.GoAsync(path + "/summary");
        await julia.SendAsync(("Input.Summary", "Tres chicas en una casa verde"));
        julia.Path.ShouldBe(path);
        julia.Words.ShouldContain("Tres chicas en una casa verde");
        Encoding.UTF8.GetString((await app.CaseAsync(path)).Summary.Cipher).ShouldNotContain("chicas");
        (await app.AuditAsync("field.read")).ShouldContain(e => e.About == Line.Id(path));
        (await app.CountAsync("case.summary-written")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_write_at_once_see_both(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, path) = await julia.OpenCaseAsync();
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(path + "/summary");
        await julia.GoAsync(path + "/summary");
        await carmen.SendAsync(("Input.Summary", "Lo de Carmen"));
        await julia.SendAsync(("Input.Summary", "Lo de Julia"));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Page.GetElementById("Input_Summary-saved")!.TextContent.ShouldBe(app.Text("conflict.saved", "Lo de Carmen"));
        julia.Page.GetElementById("Input_Summary")!.TextContent.Trim().ShouldBe("Lo de Julia");
    }

    [Theory, OnEveryDatabase]
    public async Task A_closed_case_takes_no_more_words(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, path) = await carmen.OpenCaseAsync();
        await carmen.GoAsync(path + "/summary");
        var writing = await app.SignedInAsync(TestApp.Operator);
        await writing.GoAsync(path + "/summary");
        await carmen.GoAsync(path + "/move");
        await carmen.SendAsync(("Input.To", "closed"), ("Input.Closing", "resolved"));
        await writing.SendAsync(("Input.Summary", "Tarde"));
        writing.Status.ShouldBe(HttpStatusCode.Conflict);
        writing.Words.ShouldContain(app.Text("case.closed-already"));
        writing.Text.ShouldContain("Tarde", customMessage: "what was typed stays");
    }
}
