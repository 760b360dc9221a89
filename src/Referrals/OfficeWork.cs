using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>What an office owes after it answered, and what it answered: a liaison's home beside what waits.</summary>
internal sealed class OfficeWork(Db db, ReferralCards cards, ClockFaces clocks, Actors actors, Viewer viewer, TimeProvider clock)
{
    private const int Most = 10;

    /// <summary>How far back is looked.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    private static readonly string[] Answers = ["referral.accepted", "referral.declined"];

    public async Task<object?> OnHomeAsync(Guid _, CancellationToken cancel)
    {
        var (since, received) = (clock.GetUtcNow() - Recent, db.Referrals.AsNoTracking().ReceivedBy(viewer));
        var open = received.Where(r => r.State == ReferralState.Accepted).OrderBy(r => r.Urgency == Urgency.Danger ? 0 : 1).ThenBy(r => r.AnsweredAt);
        var answered = received.Where(r => r.AnsweredAt > since);
        var ids = await answered.Select(r => r.Id.Value).ToListAsync(cancel);
        var late = await clocks.MetLateAsync(ids, Answers[0], cancel);
        var last = await cards.OfAsync(await answered.OrderByDescending(r => r.AnsweredAt).Take(Most).ToListAsync(cancel), cancel);
        var by = await ByAsync([.. last.Select(c => c.Id.Value)], cancel);
        return new OfOffice(
            await cards.OfAsync(await open.Take(Most).ToListAsync(cancel), cancel),
            [.. last.Select(c => new GivenAnswer(c, by.GetValueOrDefault(c.Id.Value), late.Contains(c.Id.Value)))],
            ids.Count,
            late.Count);
    }

    private async Task<IReadOnlyDictionary<Guid, string?>> ByAsync(IReadOnlyCollection<Guid> referrals, CancellationToken cancel)
    {
        var entries = await db.Audit.Where(e => referrals.Contains(e.About) && Answers.Contains(e.Event)).Select(e => new { e.About, e.By, e.Position }).ToListAsync(cancel);
        var names = await actors.NamesAsync(entries.Select(e => e.By), cancel);
        return entries.GroupBy(e => e.About).ToDictionary(g => g.Key, g => g.MaxBy(e => e.Position)!.By is { } who ? names.GetValueOrDefault(who) : null);
    }
}

/// <param name="Open">Accepted, with nothing reported that ends them; the most urgent first.</param>
/// <param name="Last">The last answers, newest first.</param>
internal sealed record OfOffice(IReadOnlyList<ReferralCard> Open, IReadOnlyList<GivenAnswer> Last, int Answered, int Late);

/// <param name="By">Who gave it; null for a link.</param>
internal sealed record GivenAnswer(ReferralCard Card, string? By, bool IsLate)
{
    public TimeSpan Took => Card.Chain.Answered!.Value - Card.Chain.Sent;
}
