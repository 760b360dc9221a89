using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Lets an agency see a case for as long as a referral of it lasts. Whoever hands cases over calls it, inside their own transaction.</summary>
public sealed class CaseReceiving(Db db, TimeProvider clock)
{
    public async Task<IReadOnlyList<IEvent>> ReceiveAsync(CaseId id, ReferralId referral, AgencyId agency, Code purpose, CancellationToken cancel) =>
        [(await FindAsync(id, cancel)).Receive(referral, agency, purpose, clock.GetUtcNow())];

    public async Task<IReadOnlyList<IEvent>> LetGoAsync(CaseId id, ReferralId referral, CancellationToken cancel) =>
        (await FindAsync(id, cancel)).LetGo(referral, clock.GetUtcNow()) is { } gone ? [gone] : [];

    private Task<Case> FindAsync(CaseId id, CancellationToken cancel) =>
        db.Cases.Include(c => c.Ties).Include(c => c.Receipts).Where(c => c.Id == id).OrMissingAsync(cancel);
}
