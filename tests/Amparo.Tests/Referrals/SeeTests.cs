using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals;

public class SeeTests
{
    [Theory, OnEveryDatabase]
    public async Task Looking_never_marks_a_referral_as_seen_and_one_post_does(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        foreach (var page in (string[])["/home", "/referrals", referral, referral + "/see", referral + "/accept", referral + "/decline"])
        {
            await luis.GoAsync(page);
            luis.Words.ShouldNotContain(Line.Place, customMessage: page);
        }
        (await app.ReferralAsync(referral)).SeenAt.ShouldBeNull();
        var seen = app.Clock.GetUtcNow();
        for (var i = 0; i < 2; i++)
        {
            await luis.PostFromAsync(referral + "/see", "/see");
            luis.Path.ShouldBe(referral);
            luis.Words.ShouldContain(Line.Place);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        (await app.ReferralAsync(referral)).SeenAt.ShouldBe(seen);
        (await app.CountAsync("referral.seen")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_line_does_not_see_in_the_offices_place(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, referral) = await julia.DeclareDangerAsync(app);
        await julia.GoAsync(referral + "/see");
        julia.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await julia.GoAsync("/home");
        await julia.PostAsync(referral + "/see", ("__RequestVerificationToken", julia.Token!));
        julia.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.CountAsync("referral.seen")).ShouldBe(0);
    }
}
