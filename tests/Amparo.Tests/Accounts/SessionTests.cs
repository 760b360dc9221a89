using System.Net;
using Amparo.Accounts.Sessions;
using Amparo.Accounts.Users;
using Amparo.Platform.Permissions;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Accounts;

public sealed class SessionTests
{
    private const string Ana = "ana@linea.example";

    [Fact]
    public async Task A_session_ended_from_another_device_stops_at_once()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var lost = await house.SignedInAsync(Ana);
        var mine = await house.SignedInAsync(Ana);
        await mine.GoAsync("/sessions");
        await mine.SendFormAsync("handler=End");
        await lost.GoAsync("/case");
        lost.Path.ShouldBe("/sign-in");
        await mine.GoAsync("/case");
        mine.Text.ShouldBe("secret");
        (await house.EventsAsync())[^1].ShouldBe("user.session-ended");
    }

    [Fact]
    public async Task All_other_sessions_can_be_ended_together()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var lost = await house.SignedInAsync(Ana);
        var mine = await house.SignedInAsync(Ana);
        await mine.GoAsync("/sessions");
        await mine.SendFormAsync("EndOthers");
        await lost.GoAsync("/case");
        lost.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        await house.MemberAsync("luz@linea.example", Role.Operator);
        var ana = await house.SignedInAsync(Ana);
        var anas = await house.AskAsync(db => db.Set<Session>().Select(s => s.Id).SingleAsync());
        var luz = await house.SignedInAsync("luz@linea.example");
        await luz.GoAsync("/sign-out");
        await luz.PostAsync("/sessions?handler=End", ("id", anas.ToString()), ("__RequestVerificationToken", luz.Token!));
        luz.Status.ShouldBe(HttpStatusCode.NotFound);
        await ana.GoAsync("/case");
        ana.Text.ShouldBe("secret");
    }

    [Fact]
    public async Task A_deactivated_user_stops_at_once()
    {
        await using var house = await House.OpenAsync();
        var id = await house.MemberAsync(Ana, Role.Operator);
        await house.MemberAsync("jefa@linea.example", Role.Administrator);
        var ana = await house.SignedInAsync(Ana);
        var admin = await house.SignedInAsync("jefa@linea.example");
        await admin.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        admin.Status.ShouldBe(HttpStatusCode.OK);
        await ana.GoAsync("/case");
        ana.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task A_session_lasts_one_shift()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = await house.SignedInAsync(Ana);
        for (var i = 0; i < 72; i++)
        {
            house.Clock.Pass(TimeSpan.FromMinutes(10));
            await browser.GoAsync("/case");
        }
        browser.Text.ShouldBe("secret");
        house.Clock.Pass(TimeSpan.FromMinutes(10));
        await browser.GoAsync("/case");
        browser.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task The_cookie_says_nothing_and_a_made_up_one_opens_nothing()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = await house.SignedInAsync(Ana);
        var session = await house.AskAsync(db => db.Set<Session>().Select(s => s.Id).SingleAsync());
        browser.CookieHeader.ShouldContain("amparo=");
        browser.CookieHeader.ShouldNotContain(session.ToString());
        var stranger = house.Browser();
        await stranger.GoAsync("/case", ("Cookie", $"amparo={session}"));
        stranger.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task Being_seen_is_noted_once_a_minute_and_is_no_event()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = await house.SignedInAsync(Ana);
        var events = (await house.EventsAsync()).Length;
        var start = house.Clock.GetUtcNow();
        house.Clock.Pass(TimeSpan.FromSeconds(30));
        await browser.GoAsync("/case");
        (await SeenAsync(house)).ShouldBe(start);
        house.Clock.Pass(TimeSpan.FromSeconds(40));
        await browser.GoAsync("/case");
        (await SeenAsync(house)).ShouldBe(start + TimeSpan.FromSeconds(70));
        (await house.EventsAsync()).Length.ShouldBe(events);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var other = await house.SignedInAsync(Ana);
        var mine = await house.SignedInAsync(Ana);
        await mine.GoAsync("/account/password");
        await mine.SendAsync(("Current", House.Password), ("Password", "siete barcos doblan trigo"), ("Again", "siete barcos doblan trigo"));
        mine.Text.ShouldContain("Tu contraseña cambió");
        await other.GoAsync("/case");
        other.Path.ShouldBe("/sign-in");
        await mine.GoAsync("/case");
        mine.Text.ShouldBe("secret");
    }

    private static Task<DateTimeOffset> SeenAsync(House house) => house.AskAsync(db => db.Set<Session>().Select(s => s.LastSeenAt).SingleAsync());
}
