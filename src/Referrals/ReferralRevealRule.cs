using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>The line always; the receiver only while the referral lasts, and only what people still agree to.</summary>
internal sealed class ReferralRevealRule(Db db, StillAgreed agreed) : IRevealRule
{
    private static readonly string[] OfTheLine = [nameof(Referral.BasisReason), nameof(BasisReview.Objection)];

    public async Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new ReferralId(record);
        if (await db.Referrals.AsNoTracking().LastingFor(viewer).Include(r => r.OfPeople).FirstOrDefaultAsync(r => r.Id == id, cancel) is not { } referral)
            return false;
        if (OfTheLine.Contains(field.Name))
            return referral.From == viewer.Agency && viewer.Pass is null;
        return SharedFact.FieldOf(field.Name) is not { } shared || (await agreed.OfAsync(referral, cancel)).Covers(shared);
    }
}

/// <summary>The same for what was shared of one person.</summary>
internal sealed class SharedFactRevealRule(Db db, StillAgreed agreed) : IRevealRule
{
    public async Task<bool> MayAsync(Viewer viewer, Guid record, ProtectedField field, Code purpose, CancellationToken cancel)
    {
        var id = new SharedFactId(record);
        var referral = await db.Referrals.AsNoTracking().LastingFor(viewer).Include(r => r.OfPeople).FirstOrDefaultAsync(r => r.OfPeople.Any(f => f.Id == id), cancel);
        return referral?.OfPeople.Single(f => f.Id == id) is { } fact && (await agreed.OfAsync(referral, cancel)).Covers(fact.Field, fact.Person);
    }
}
