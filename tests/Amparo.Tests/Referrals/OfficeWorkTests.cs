using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals;

/// <summary>A liaison's home: what waits, what is under way, what was answered and whether in time.</summary>
public class OfficeWorkTests
{
    [Theory, OnEveryDatabase]
    public async Task What_was_answered_says_by_whom_how_soon_and_whether_too_late(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, soon) = await julia.DeclareDangerAsync(app);
        var (_, late) = await julia.DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        luis.Page.QuerySelector("#office-answered")!.TextContent.ShouldContain(app.Text("referral.office.none"));

        app.Clock.Advance(TimeSpan.FromMinutes(3));
        await luis.PostFromAsync(soon, "/accept");
        app.Clock.Advance(TimeSpan.FromHours(5));
        luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync(late + "/decline");
        await luis.SendAsync(("Reason", "not-our-area"));
        luis.Status.ShouldBe(System.Net.HttpStatusCode.OK, luis.Page.QuerySelector(".error-summary")?.TextContent);
        await luis.GoAsync("/home");

        var open = luis.Page.QuerySelectorAll("#office-open li").ShouldHaveSingleItem();
        open.QuerySelector($"a[href='{soon}/outcome']").ShouldNotBeNull("what is owed is one press away");
        var answered = luis.Page.QuerySelectorAll("#office-answered li").ToList();
        answered.Count.ShouldBe(2);
        answered[0].QuerySelector($"a[href='{late}']").ShouldNotBeNull("the newest first");
        answered[0].TextContent.ShouldContain(app.Text("referral.office.late"));
        answered[1].TextContent.ShouldNotContain(app.Text("referral.office.late"));
        answered[1].TextContent.ShouldContain(app.Text("referral.office.took", "4\u00a0min"));
        answered[1].TextContent.ShouldContain("Luis");
        luis.Page.QuerySelector("#office-answered")!.TextContent.ShouldContain(app.Text("referral.office.late-count", 1));

        app.Clock.Advance(TimeSpan.FromDays(31));
        luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        luis.Page.QuerySelectorAll("#office-answered li").ShouldBeEmpty("long ago");
        luis.Page.QuerySelectorAll("#office-open li").ShouldHaveSingleItem("and what is owed stays owed");
    }

    [Theory, OnEveryDatabase]
    public async Task It_shows_the_own_office_alone_and_nothing_to_the_line(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, referral) = await julia.DeclareDangerAsync(app);
        await (await app.SignedInAsync(TestApp.TraffickingUnit)).PostFromAsync(referral, "/accept");
        var cesar = await app.SignedInAsync(TestApp.Station);
        cesar.Page.QuerySelectorAll("#office-answered li, #office-open li").ShouldBeEmpty("another office's");
        await julia.GoAsync("/home");
        julia.Page.QuerySelector("#office-answered").ShouldBeNull();
    }
}
