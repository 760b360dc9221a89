using Amparo.Platform.Data;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Referrals;

/// <summary>The neighbour in Piura, from call to rescue, over real HTTP.</summary>
public class PiuraTests
{
    [Theory, OnEveryDatabase]
    public async Task The_neighbour_in_Piura_is_heard_and_the_police_come(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        await julia.PostFromAsync("/home", "/contacts/open", ("Channel", "call"));
        var contact = julia.Path;
        contact.ShouldStartWith("/contacts/");

        await julia.SendFormAsync("/safety", ("Input.CanTalk", "Yes"), ("Input.IsSafe", "Yes"), ("Input.Tier", "anonymous"), ("Input.CallBack", "Never"));
        julia.Path.ShouldBe(contact);
        await julia.SendFormAsync("/account", ("Input.Account", "Oye gritos de chicas en la casa de al lado."), ("Input.HappeningNow", "Yes"), ("Input.LockedIn", "Yes"));
        await julia.SendFormAsync("/place", ("Input.Area", "piura"), ("Input.Place", "Casa verde frente al parque"));
        julia.Status.ShouldBe(System.Net.HttpStatusCode.OK, julia.Path + julia.Page.QuerySelector(".error-summary")?.TextContent);
        julia.Text.ShouldContain("Piura");

        await julia.GoAsync(contact + "/danger");
        julia.Text.ShouldContain("Casa verde frente al parque");
        var office = julia.Page.QuerySelector("input[name=Office][checked]")!.GetAttribute("value")!;
        await julia.SendFormAsync(null, ("Office", office));
        julia.Path.ShouldBe(contact);
        await app.DeliverAsync();
        app.Mail().Count.ShouldBe(1);
        app.Mail()[0].ShouldNotContain("Casa verde");

        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync("/referrals");
        await luis.SendFormAsync("/see");
        luis.Text.ShouldContain("Casa verde frente al parque");
        await luis.SendFormAsync("/accept");
        await luis.SendFormAsync("/act");
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var referral = luis.Path;
        luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(referral, "/arrive");
        await luis.GoAsync(referral + "/outcome");
        await luis.SendAsync(("Outcome", "people-rescued"), ("People", "3"), ("Note", "Están a salvo."));
        luis.Text.ShouldNotContain("Casa verde frente al parque");

        julia = await app.SignedInAsync(TestApp.Operator);
        await julia.GoAsync(contact);
        julia.Text.ShouldContain("(3)");
        var events = await app.InAsync(db => db.Audit.OrderBy(e => e.Position).Select(e => e.Event).ToListAsync());
        events.ShouldContain("referral.outcome-reported");
    }
}
