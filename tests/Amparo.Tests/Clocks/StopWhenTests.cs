using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Tests.Packs;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Clocks;

/// <summary>The invented country's clock <c>tell-guard</c>: it waits for the guard, and telling anybody else does not stop it.</summary>
public class StopWhenTests
{
    private const string Guard = "police";

    [Theory, OnEveryDatabase]
    public async Task Only_telling_whom_the_clock_waits_for_stops_it(string database)
    {
        await using var test = await StartAsync(database);
        var record = await test.WriteAsync("note");
        await test.InAsync(db => db.RecordAsync(new Confirmed(record, test.Clock.GetUtcNow()), default));
        await TellAsync(test, record, "shelter", Haste.Ordinary);
        await TellAsync(test, record, Guard, Haste.Danger);
        (await ClockAsync(test, record)).IsRunning.ShouldBeTrue();
        test.Clock.Advance(TimeSpan.FromMinutes(3));
        await TellAsync(test, record, Guard, Haste.Ordinary);
        (await ClockAsync(test, record)).StoppedAt.ShouldBe(test.Clock.GetUtcNow());
    }

    [Theory, OnEveryDatabase]
    public async Task What_happened_between_the_start_and_its_event_counts_and_only_if_it_would_stop_the_clock(string database)
    {
        await using var test = await StartAsync(database);
        var since = test.Clock.GetUtcNow();
        var (told, sheltered) = (await test.WriteAsync("told"), await test.WriteAsync("sheltered"));
        test.Clock.Advance(TimeSpan.FromMinutes(3));
        await TellAsync(test, told, Guard, Haste.Ordinary);
        await TellAsync(test, sheltered, "shelter", Haste.Ordinary);
        test.Clock.Advance(TimeSpan.FromMinutes(3));
        await test.InAsync(db => db.RecordAsync(new Confirmed(told, since), default));
        await test.InAsync(db => db.RecordAsync(new Confirmed(sheltered, since), default));
        (await ClocksAsync(test, told)).ShouldBeEmpty("the guard was told in time");
        var clock = await ClockAsync(test, sheltered);
        (clock.StartedAt, clock.DueAt, clock.IsRunning).ShouldBe((since, (DateTimeOffset?)since.AddMinutes(30), true));
    }

    [Theory, OnEveryDatabase]
    public async Task What_happened_before_the_start_does_not_count(string database)
    {
        await using var test = await StartAsync(database);
        var record = await test.WriteAsync("note");
        await TellAsync(test, record, Guard, Haste.Ordinary);
        test.Clock.Advance(TimeSpan.FromMinutes(3));
        await test.InAsync(db => db.RecordAsync(new Confirmed(record, test.Clock.GetUtcNow()), default));
        (await ClockAsync(test, record)).IsRunning.ShouldBeTrue();
    }

    private static Task<TestDb> StartAsync(string database) => TestDb.StartAsync(database, services => services
        .AddSingleton(Pack.Load(PackFolder.Zz))
        .AddModule("guard", module => module.Event<Confirmed>("contact.confirmed-report").Event<Told>("referral.sent")));

    private static Task TellAsync(TestDb test, FollowUpId record, string kind, Haste urgency) =>
        test.InAsync(db => db.RecordAsync(new Told(record, new Code(kind), urgency), default));

    private static async Task<Clock> ClockAsync(TestDb test, FollowUpId record) => (await ClocksAsync(test, record)).ShouldHaveSingleItem();

    private static Task<List<Clock>> ClocksAsync(TestDb test, FollowUpId record) => test.InAsync(db =>
        db.Set<Clock>().AsNoTracking().Where(c => c.About == record.Value && c.Rule == new Code("tell-guard")).ToListAsync());

    private enum Haste
    {
        Ordinary,
        Danger,
    }

    private sealed record Confirmed(FollowUpId Record, DateTimeOffset Since) : IEvent
    {
        public Subject About => Record;
    }

    private sealed record Told(FollowUpId Record, Code OfficeKind, Haste Urgency) : IEvent
    {
        public Subject About => Record;
    }
}
