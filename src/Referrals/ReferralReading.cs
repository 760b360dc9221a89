using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>Opens what was shared with a referral, for those who may see it, and records that it was read.</summary>
internal sealed class ReferralReading(Reveals reveals, HandoverText texts)
{
    private static readonly Code Answer = new("answer-referral");

    public async Task<IReadOnlyList<(string Label, string Words)>> SharedAsync(Referral referral, CancellationToken cancel)
    {
        List<(string, string)> shown = [];
        foreach (var fact in referral.Shared.OrderBy(f => f.Position))
            shown.Add((texts.LabelOf(fact.Field), await WordsAsync(referral, fact, cancel)));
        return shown;
    }

    public async Task<string> WordsAsync(Referral referral, SharedFact fact, CancellationToken cancel) => fact.Codes is { } codes
        ? texts.OfCodes(fact.Field, codes)
        : await reveals.RevealAsync(referral.Id, SharedFact.SealedAs(fact.Field), fact.Words, Answer, referral.Basis, cancel) ?? "";

    public Task<string?> NoteAsync(Referral referral, CancellationToken cancel) =>
        reveals.RevealAsync(referral.Id, nameof(Referral.Note), referral.Note, Answer, referral.Basis, cancel);
}

/// <summary>The line always; the receiver only while the referral lasts.</summary>
internal sealed class ReferralRevealRule(Db db) : IRevealRule
{
    public Task<bool> MayAsync(Viewer viewer, Guid record, FieldClass field, Code purpose, CancellationToken cancel)
    {
        var id = new ReferralId(record);
        var agency = viewer.Agency;
        return db.Referrals.VisibleTo(viewer).AnyAsync(r => r.Id == id && (r.EndedAt == null || r.From == agency), cancel);
    }
}
