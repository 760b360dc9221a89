using Amparo.Accounts.Sessions;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Accounts;

public class SessionWorkerTests
{
    private static readonly TimeSpan Almost = SessionWorker.KeptFor - TimeSpan.FromMinutes(5);

    [Theory, OnEveryDatabase]
    public async Task A_session_that_was_ended_90_days_ago_is_forgotten_and_the_audit_keeps_it(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        await julia.PostFromAsync("/sign-out", "/sign-out");
        app.Clock.Advance(Almost);
        (await ForgetAsync(app)).ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        (await ForgetAsync(app)).ShouldBe(1);
        (await SessionsAsync(app)).ShouldBe(0);
        (await app.CountAsync("user.signed-in")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task One_that_ran_out_is_forgotten_as_well_and_an_open_one_stays(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        await app.SignedInAsync(TestApp.Operator);
        app.Clock.Advance(Almost);
        (await ForgetAsync(app)).ShouldBe(0, "it ran out 13 hours after it began");
        app.Clock.Advance(TimeSpan.FromHours(14));
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        (await ForgetAsync(app)).ShouldBe(1);
        await carmen.GoAsync("/home");
        carmen.Path.ShouldBe("/home");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_nodes_at_once_do_not_fail_each_other(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        for (var i = 0; i < 3; i++)
            await app.SignedInAsync(TestApp.Operator);
        app.Clock.Advance(SessionWorker.KeptFor + TimeSpan.FromDays(1));
        var forgotten = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ForgetAsync(app))));
        forgotten.Sum().ShouldBe(3);
        (await SessionsAsync(app)).ShouldBe(0);
    }

    private static Task<int> ForgetAsync(TestApp app) => app.Services.GetRequiredService<SessionWorker>().ForgetAsync(CancellationToken.None);

    private static Task<int> SessionsAsync(TestApp app) => app.InAsync(db => db.Set<Session>().CountAsync());
}
