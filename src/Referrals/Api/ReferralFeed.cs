using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Api;

/// <summary>Reads what the agency of a key received: a page of it, or one with what was shared.</summary>
internal sealed class ReferralFeed(Db db, ReferralReading reading, ClockFaces clocks, Viewer viewer)
{
    public const int Most = 200;
    public const int Usual = 50;

    private IQueryable<Referral> Received => db.Referrals.AsNoTracking().ReceivedBy(viewer);

    public async Task<ReferralPage> PageAsync(ReferralState? state, ReferralId? after, int? limit, CancellationToken cancel)
    {
        var most = Math.Clamp(limit ?? Usual, 1, Most);
        var found = Received;
        if (state is { } wanted)
            found = found.Where(r => r.State == wanted);
        if (after is { } last)
            found = found.Where(r => r.Id.CompareTo(last) > 0);
        var referrals = await found.OrderBy(r => r.Id).Take(most + 1).ToListAsync(cancel);
        var page = referrals.Take(most).ToList();
        return new ReferralPage(await ItemsAsync(page, cancel), referrals.Count > most ? page[^1].Id : null);
    }

    public async Task<ReferralItem> OneAsync(ReferralId id, CancellationToken cancel) =>
        (await ItemsAsync([await Received.Where(r => r.Id == id).OrMissingAsync(cancel)], cancel))[0];

    public async Task<ReferralInFull> InFullAsync(ReferralId id, CancellationToken cancel)
    {
        var referral = await Received.Include(r => r.Shared).Include(r => r.OfPeople).Where(r => r.Id == id).OrMissingAsync(cancel);
        var item = (await ItemsAsync([referral], cancel))[0];
        var withheld = !referral.IsOpen ? "referral.over" : referral.SeenAt is null ? "referral.open-first" : null;
        return withheld is null
            ? new ReferralInFull(item, await FactsAsync(referral, cancel), await reading.NoteAsync(referral, cancel), null)
            : new ReferralInFull(item, [], null, withheld);
    }

    private async Task<IReadOnlyList<Fact>> FactsAsync(Referral referral, CancellationToken cancel) =>
    [
        .. from fact in await reading.SharedAsync(referral, cancel)
           select new Fact(fact.Field, fact.Person, fact.Words is null ? null : fact.Codes?.Split(' '), fact.Words),
    ];

    private async Task<IReadOnlyList<ReferralItem>> ItemsAsync(IReadOnlyList<Referral> referrals, CancellationToken cancel)
    {
        var offices = referrals.Select(r => r.To).Distinct().ToList();
        var agencies = referrals.Select(r => r.From).Distinct().ToList();
        var to = await db.Offices.Where(o => offices.Contains(o.Id)).Select(o => new { o.Id, o.Code }).ToDictionaryAsync(o => o.Id, o => o.Code, cancel);
        var from = await db.Agencies.Where(a => agencies.Contains(a.Id)).Select(a => new { a.Id, a.Code }).ToDictionaryAsync(a => a.Id, a => a.Code, cancel);
        var running = await clocks.RunningAsync([.. referrals.Select(r => r.Id.Value)], "referral.accepted", cancel);
        return [.. referrals.Select(r => Item(r, from[r.From], to[r.To], running.GetValueOrDefault(r.Id.Value)?.Due))];
    }

    private static ReferralItem Item(Referral r, Code from, Code to, DateTimeOffset? answerBy) => new()
    {
        Id = r.Id,
        Reference = r.Reference,
        State = r.State,
        Urgency = r.Urgency,
        Purpose = r.Purpose,
        Basis = r.Basis,
        Area = r.Area,
        From = from,
        To = to,
        SentAt = r.SentAt,
        AnswerBy = answerBy,
        SeenAt = r.SeenAt,
        AnsweredAt = r.AnsweredAt,
        ActedAt = r.ActedAt,
        ArrivedAt = r.ArrivedAt,
        EndedAt = r.EndedAt,
        DeclineReason = r.DeclineReason,
        Outcome = r.Outcome,
        People = r.People,
        Version = r.Version,
    };
}
