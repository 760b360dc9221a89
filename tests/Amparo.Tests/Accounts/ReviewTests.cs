using System.Net;
using Amparo.Accounts.Reviews;
using Amparo.Accounts.Users;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RunningClock = Amparo.Platform.Clocks.Clock;

namespace Amparo.Tests.Accounts;

public class ReviewTests
{
    private static readonly TimeSpan SixMonths = TimeSpan.FromDays(181);
    private static readonly TimeSpan AMonthMore = TimeSpan.FromDays(31);

    [Theory, OnEveryDatabase]
    public async Task What_people_may_do_is_to_be_confirmed_every_six_months(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync("/users/reviews");
        ana.Words.ShouldContain(app.Text("reviews.none"));
        app.Clock.Advance(SixMonths);
        await app.SignedInAsync(TestApp.Operator);
        ana = await app.SignedInAsync(TestApp.Administrator);
        ana.Page.QuerySelector("#home-reviews").ShouldNotBeNull("the administrator's home says so");
        await ana.GoAsync("/users/reviews");
        var julia = ana.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(TestApp.Operator, StringComparison.Ordinal)).TextContent;
        julia.ShouldContain(app.Text("role.operator.hint"));
        julia.ShouldContain(app.Text("reviews.late"));
        julia.ShouldNotContain(app.Text("reviews.last-never"));
    }

    [Theory, OnEveryDatabase]
    public async Task Confirming_starts_the_six_months_anew_and_is_on_record(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        app.Clock.Advance(SixMonths);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/review", "/review");
        ana.Path.ShouldBe("/users/reviews");
        ana.Words.ShouldNotContain(TestApp.Operator);
        var confirmed = (await app.AuditAsync("privileges.confirmed")).ShouldHaveSingleItem();
        (confirmed.About, confirmed.By).ShouldBe((id.Value, (Guid?)(await app.UserIdAsync(TestApp.Administrator)).Value));
        confirmed.Data.ShouldContain("\"operator\"");
        (await RunningAsync(app, id)).ShouldHaveSingleItem().StartedAt.ShouldBe(app.Clock.GetUtcNow());
    }

    [Theory, OnEveryDatabase]
    public async Task Changed_roles_start_the_six_months_anew_and_leaving_ends_them(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        app.Clock.Advance(TimeSpan.FromDays(100));
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/roles", "/roles", ("Roles", Role.Supervisor));
        (await RunningAsync(app, id)).ShouldHaveSingleItem().StartedAt.ShouldBe(app.Clock.GetUtcNow());
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        (await RunningAsync(app, id)).ShouldBeEmpty();
        await ana.PostFromAsync($"/users/{id}/reactivate", "/reactivate");
        (await RunningAsync(app, id)).Count.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_confirms_themselves_nor_a_closed_account_nor_other_roles_than_they_saw(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (own, id) = (await app.UserIdAsync(TestApp.Administrator), await app.UserIdAsync(TestApp.Operator));
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.GoAsync($"/users/{own}/review");
        ana.Words.ShouldContain(app.Text("review.not-yourself"));
        await ana.PostAsync($"/users/{own}/review", ("__RequestVerificationToken", ana.Token!));
        (ana.Status, ana.Words.Contains(app.Text("review.not-yourself"), StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        await ana.GoAsync($"/users/{id}/review");
        var (stamp, token) = (ana.Page.QuerySelector("input[name=Stamp]")!.GetAttribute("value")!, ana.Token!);
        await ana.PostFromAsync($"/users/{id}/roles", "/roles", ("Roles", Role.Auditor));
        await ana.PostAsync($"/users/{id}/review", ("Stamp", stamp), ("__RequestVerificationToken", token));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        await ana.PostFromAsync($"/users/{id}/deactivate", "/deactivate");
        await ana.PostAsync($"/users/{id}/review", ("__RequestVerificationToken", token));
        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("privileges.confirmed")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_late_signs_in_and_is_told_then_the_account_closes_until_it_is_confirmed(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var login = await app.AddAsync(Role.Auditor);
        var id = await app.UserIdAsync(login);
        app.Clock.Advance(SixMonths);
        var marco = await app.SignedInAsync(login);
        marco.Words.ShouldContain(app.Text("reviews.own"));
        app.Clock.Advance(AMonthMore);
        marco = await TryAsync(app, login);
        marco.Path.ShouldBe("/sign-in/closed");
        await marco.GoAsync("/home");
        marco.Path.ShouldBe("/sign-in");
        (await app.AuditAsync("user.turned-away")).ShouldHaveSingleItem().About.ShouldBe(id.Value);
        var ana = await app.SignedInAsync(TestApp.Administrator);
        await ana.PostFromAsync($"/users/{id}/review", "/review");
        marco = await app.SignedInAsync(login);
        marco.Words.ShouldNotContain(app.Text("reviews.own"));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_answers_at_night_is_never_shut_out_by_time_and_the_board_says_so(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        await app.AddAsync(Role.Auditor);
        app.Clock.Advance(SixMonths + AMonthMore);
        foreach (var login in (string[])[TestApp.Operator, TestApp.Station, TestApp.Administrator])
            (await TryAsync(app, login)).Path.ShouldBe("/home", login);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync("/board");
        var board = carmen.Page.QuerySelector("#board-reviews")!.TextContent;
        var stays = ReviewRules.Of(app.Services.GetRequiredService<Pack>()).NeverCloses;
        var roles = await app.InAsync(db => db.Set<User>().Select(u => u.Roles).ToListAsync());
        var closed = roles.Count(held => !held.Any(stays.Contains));
        closed.ShouldBeGreaterThan(0);
        board.ShouldContain(app.Text("reviews.board-closed", closed));
    }

    [Theory, OnEveryDatabase]
    public async Task Only_administrators_review_and_only_their_own_agency(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var id = await app.UserIdAsync(TestApp.Operator);
        foreach (var role in Role.All.Where(role => role != Role.Administrator))
        {
            var browser = await app.SignedInAsAsync(role);
            foreach (var page in (string[])["/users/reviews", $"/users/{id}/review"])
            {
                await browser.GoAsync(page);
                browser.Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {page}");
            }
        }
        app.Clock.Advance(SixMonths);
        var other = await app.SignedInAsAsync(Role.Administrator, "pnp-trata-piura");
        await other.GoAsync("/users/reviews");
        other.Words.ShouldNotContain(TestApp.Operator);
        await other.GoAsync($"/users/{id}/review");
        other.Status.ShouldBe(HttpStatusCode.NotFound);
        await other.GoAsync("/home");
        await other.PostAsync($"/users/{id}/review", ("__RequestVerificationToken", other.Token!));
        other.Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.CountAsync("privileges.confirmed")).ShouldBe(0);
    }

    private static Task<List<RunningClock>> RunningAsync(TestApp app, UserId user) =>
        app.InAsync(db => db.Set<RunningClock>().AsNoTracking().Where(c => c.About == user.Value && c.StoppedAt == null).ToListAsync());

    private static async Task<Amparo.Tests.Support.Browser> TryAsync(TestApp app, string login)
    {
        var browser = app.Browser();
        app.Clock.Advance(TimeSpan.FromSeconds(60));
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", login), ("Password", Amparo.Demo.DemoStory.Password));
        await browser.SendAsync(("Code", Amparo.Accounts.SigningIn.Totp.Code(Amparo.Accounts.SigningIn.Totp.DemoKey(login), app.Clock.GetUtcNow())));
        return browser;
    }
}
