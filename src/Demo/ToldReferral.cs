using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Demo;

/// <summary>A referral as both sides act on it.</summary>
internal sealed class ToldReferral(Telling telling, Viewer who, Contact contact, Office office)
{
    private readonly Seals _seals = telling.The<Seals>();
    private readonly ToldLink _link = new(telling, who);

    public Task DeclareDangerAsync(DateTimeOffset at, CancellationToken cancel) =>
        telling.ActAsync(who, at, () => contact.DeclareDanger(office.Id, at), cancel);

    public Task SendAsync(DateTimeOffset at, Code purpose, Code basis, CancellationToken cancel) =>
        telling.ActAsync(who, at, async () => await telling.The<Dispatch>().SendAsync(
            new Order(contact, contact.Agency, office, purpose, telling.The<ReferralCodes>().Bases.Find(basis)!, Urgency.Ordinary), cancel), cancel);

    /// <summary>Somebody else at the line upholds that it was sent at once.</summary>
    public async Task ReviewAsync(Viewer reviewer, DateTimeOffset at, CancellationToken cancel)
    {
        var referral = await FindAsync(cancel);
        await telling.ActAsync(reviewer, at, () => referral.ReviewBasis(reviewer, upheld: true, null, _seals, at), cancel);
    }

    /// <summary>Somebody there opens it and takes it on.</summary>
    public async Task AcceptAsync(DateTimeOffset at, string? note, CancellationToken cancel)
    {
        var (referral, them) = await ComeAsync(at.AddMinutes(-2), cancel);
        if (referral.See(at.AddMinutes(-1)) is { } seen)
            await telling.ActAsync(them, at.AddMinutes(-1), () => seen, cancel);
        await telling.ActAsync(them, at, () => referral.Accept(them, note, _seals, at), cancel);
    }

    public async Task EndAsync(DateTimeOffset at, string outcome, int? people, CancellationToken cancel)
    {
        var (referral, them) = await ComeAsync(at.AddMinutes(-1), cancel);
        var known = telling.The<ReferralCodes>().Outcomes.Find(outcome)!;
        await telling.ActAsync(them, at, () => referral.Report(new Code(outcome), known.Closes, known.CountsPeople ? people : null, null, _seals, at), cancel);
    }

    // Somebody of the office signs in, or opens the link it was sent.
    private async Task<(Referral Referral, Viewer Them)> ComeAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var them = await Cast.AtAsync(office, telling.The<IStaff>(), cancel);
        if (them.User is null)
            them = await _link.OpenAsync(await FindAsync(cancel), at, cancel) ?? them;
        return (await FindAsync(cancel), them);
    }

    // Read again each time: the outbox's worker has written to it meanwhile.
    private async Task<Referral> FindAsync(CancellationToken cancel)
    {
        foreach (var before in telling.Db.ChangeTracker.Entries<Referral>().ToList())
            await before.ReloadAsync(cancel);
        return await telling.Db.Referrals.SingleAsync(r => r.Contact == contact.Id && r.To == office.Id, cancel);
    }
}
