using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Demo;
using Amparo.Demo.History;
using Amparo.Platform.Audit;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Outbox;
using Amparo.Platform.Permissions;
using Amparo.Referrals;
using Amparo.Referrals.Links;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Demo;

/// <summary>What was planned is told through the entities, at its time, and leaves nothing to do behind.</summary>
public class LineHistoryTests
{
    [Theory, OnEveryDatabase]
    public async Task What_is_told_stands_at_its_time_and_nothing_of_it_waits(string database)
    {
        await using var told = await ToldDatabase.MakeAsync(database);
        var calls = SomeCalls();
        await TellAsync(told, calls);

        var contacts = await told.InAsync(db => db.Contacts.ToListAsync());
        contacts.Select(c => (c.OpenedAt, c.ClosedAt, c.Outcome?.Value, c.Area?.Value)).Order()
            .ShouldBe(calls.Select(c => (c.OpenedAt, (DateTimeOffset?)c.ClosedAt, (string?)c.Outcome, c.Area)).Order());
        // The audit says what the records say: an opening stands at the call's own time.
        (await told.InAsync(db => db.Audit.Where(e => e.Event == "contact.opened").Select(e => e.At).ToListAsync())).Order().ShouldBe(calls.Select(c => c.OpenedAt));
        (await told.InAsync(db => db.Set<OutboxMessage>().CountAsync())).ShouldBe(0);
        var clocks = await told.InAsync(db => db.Set<Clock>().Where(c => c.Kind != "user").ToListAsync());
        clocks.ShouldAllBe(c => c.StoppedAt != null);
        // Whoever answered signed in, or opened a link by the code that the line read out.
        (await told.InAsync(db => db.Links.ToListAsync())).ShouldAllBe(l => l.OpenedAt >= l.SentAt && l.OpenedAt < l.ExpiresAt);
        (await told.InAsync(db => db.Audit.Where(e => e.Event == "referral.accepted" || e.Event == "referral.outcome-reported").Select(e => e.By).ToListAsync())).ShouldNotContain((Guid?)null);
        (await told.InAsync(db => db.Referrals.ToListAsync())).ShouldAllBe(r => r.State == ReferralState.Ended && r.NotifiedAt < r.EndedAt && r.NotifiedAt >= r.SentAt);
        (await told.InAsync(db => db.Cases.ToListAsync())).ShouldAllBe(c => !c.IsOpen);
    }

    [Theory, OnEveryDatabase]
    public async Task Each_case_has_its_calls_its_person_and_those_who_had_to_be_told(string database)
    {
        await using var told = await ToldDatabase.MakeAsync(database);
        var calls = SomeCalls();
        await TellAsync(told, calls);
        var planned = calls.Select(c => c.Report).OfType<PlannedReport>().ToLookup(r => r.Case);

        var cases = await told.InAsync(db => db.Cases.Include(c => c.Contacts).ToListAsync());
        cases.Select(c => c.Contacts.Count).Order().ShouldBe(planned.Select(p => p.Count()).Order());
        (await told.InAsync(db => db.People.ToListAsync())).Select(p => (p.Sex.Value, p.AgeGroup.Value)).Order()
            .ShouldBe(planned.Select(p => (p.Key.Sex, p.Key.Age)).Order());
        (await told.InAsync(db => db.Set<Amparo.Contacts.Questions.ScreeningSheet>().CountAsync(s => s.Decision != null))).ShouldBe(planned.Count);
        var children = planned.Where(p => p.Key.IsChild).Sum(p => p.Count());
        children.ShouldBeGreaterThan(0);
        (await told.InAsync(db => db.Referrals.CountAsync(r => r.Basis == new Platform.Code("child-protection")))).ShouldBe(children);
        (await told.InAsync(db => db.Referrals.CountAsync(r => r.Urgency == Urgency.Danger))).ShouldBe(planned.Count(p => p.Key.IsDanger));
    }

    [Theory, OnEveryDatabase]
    public async Task Its_audit_is_sealed_and_found_whole(string database)
    {
        await using var told = await ToldDatabase.MakeAsync(database);
        await TellAsync(told, SomeCalls());
        await told.Services.GetRequiredService<Sealer>().SealNowAsync(CancellationToken.None);
        var report = await told.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, CancellationToken.None);
        report.Findings.ShouldBeEmpty();
        (report.Rows, report.NotYetSealed).ShouldBe((await told.InAsync(db => db.Audit.LongCountAsync()), 0));
    }

    // Ordinary calls of some days, and all of four cases: of a child and of danger among them.
    private static List<PlannedCall> SomeCalls()
    {
        var all = HistoryPlan.Make(HistoryData.Of(ToldDatabase.Peru), ToldDatabase.Peru.Country);
        var reports = all.Where(c => c.Report is not null).GroupBy(c => c.Report!.Case).OrderBy(g => g.Count()).ToList();
        var cases = reports.Where(g => g.Key.IsChild).Take(2).Concat(reports.Where(g => g.Key.IsDanger).Take(1)).Concat(reports.Where(g => g.Count() > 2).Take(1));
        return [.. all.Where(c => c.Report is null).Take(60).Concat(cases.Distinct().SelectMany(g => g)).OrderBy(c => c.OpenedAt)];
    }

    private static async Task TellAsync(ToldDatabase told, List<PlannedCall> calls)
    {
        await using var scope = told.Services.CreateAsyncScope();
        var cast = await Cast.OfAsync(
            scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<IStaff>(), ToldDatabase.Peru, CancellationToken.None);
        await new LineHistory(told.Services, told.Clock, cast).TellAsync(calls, CancellationToken.None);
    }
}
