using Amparo.Cases;
using Amparo.Platform.Data;
using Amparo.Platform.Events;

namespace Amparo.Referrals;

/// <summary>Whoever accepts a referral of a case sees the case, in the same transaction.</summary>
internal sealed class HandCase(Db db, CaseReceiving cases) : IWhen<ReferralAccepted>
{
    public async Task<IReadOnlyList<IEvent>> WhenAsync(ReferralAccepted happened, CancellationToken cancel)
    {
        var referral = await db.Referrals.Where(r => r.Id == happened.Referral).OrMissingAsync(cancel);
        return referral.Case is { } @case ? await cases.ReceiveAsync(@case, referral.Id, referral.ToAgency, referral.Purpose, cancel) : [];
    }
}

/// <summary>When a referral of a case is over, so is what its receiver sees of the case.</summary>
internal sealed class TakeCaseBack(Db db, CaseReceiving cases) : IWhen<ReferralWithdrawn>, IWhen<OutcomeReported>
{
    public Task<IReadOnlyList<IEvent>> WhenAsync(ReferralWithdrawn happened, CancellationToken cancel) => OverAsync(happened.Referral, cancel);

    public async Task<IReadOnlyList<IEvent>> WhenAsync(OutcomeReported happened, CancellationToken cancel) =>
        happened.Ends ? await OverAsync(happened.Referral, cancel) : [];

    private async Task<IReadOnlyList<IEvent>> OverAsync(ReferralId id, CancellationToken cancel)
    {
        var referral = await db.Referrals.Where(r => r.Id == id).OrMissingAsync(cancel);
        return referral.Case is { } @case ? await cases.LetGoAsync(@case, id, cancel) : [];
    }
}
