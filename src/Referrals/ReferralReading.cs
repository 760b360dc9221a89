using Amparo.Cases.Consents;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Languages;
using Amparo.Platform.Protection;

namespace Amparo.Referrals;

/// <summary>Opens what was shared with a referral, for those who may see it, and records that it was read.</summary>
internal sealed class ReferralReading(Reveals reveals, HandoverText words, PersonHandover persons, StillAgreed agreed, Texts texts)
{
    private static readonly Code Answer = new("answer-referral");

    /// <param name="referral">With what was shared.</param>
    public async Task<IReadOnlyList<SharedWords>> SharedAsync(Referral referral, CancellationToken cancel)
    {
        var open = await agreed.OfAsync(referral, cancel);
        List<SharedWords> shown = [];
        foreach (var fact in referral.Shared.OrderBy(f => f.Position))
        {
            shown.Add(new SharedWords(fact.Field, null, fact.Codes, words.LabelOf(fact.Field), !open.Covers(fact.Field) ? null
                : fact.Codes is { } codes ? words.OfCodes(fact.Field, codes)
                : await reveals.RevealAsync(referral.Id, SharedFact.SealedAs(fact.Field), fact.Words, Answer, referral.Basis, cancel)));
        }
        foreach (var fact in referral.OfPeople.OrderBy(f => f.Position))
        {
            shown.Add(new SharedWords(fact.Field, fact.Number, fact.Codes, texts["referral.of-person", fact.Number, words.LabelOf(fact.Field)], !open.Covers(fact.Field, fact.Person) ? null
                : fact.Codes is { } codes ? persons.OfCodes(codes)
                : await reveals.RevealAsync(fact.Id, fact.Field, fact.Words, Answer, referral.Basis, cancel)));
        }
        return shown;
    }

    public Task<string?> NoteAsync(Referral referral, CancellationToken cancel) => ReadAsync(referral, nameof(Referral.Note), referral.Note, cancel);

    /// <summary>Why the basis held, as whoever sent it said or as the act itself says; for the line alone.</summary>
    public async Task<string?> WhyAsync(Referral referral, CancellationToken cancel) => referral.ReasonCode is { } code
        ? texts[$"referral.reason.{code}"]
        : await ReadAsync(referral, nameof(Referral.BasisReason), referral.BasisReason, cancel);

    /// <summary>Why it did not, for the line alone.</summary>
    public Task<string?> ObjectionAsync(Referral referral, CancellationToken cancel) =>
        ReadAsync(referral, nameof(BasisReview.Objection), referral.Review?.Objection ?? default, cancel);

    private Task<string?> ReadAsync(Referral referral, string field, Sealed value, CancellationToken cancel) =>
        reveals.RevealAsync(referral.Id, field, value, Answer, referral.Basis, cancel);
}

/// <param name="Person">Which of the referral's people it is about; none for a fact of the contact.</param>
/// <param name="Words">Null when the person took back what they agreed to.</param>
internal sealed record SharedWords(Code Field, int? Person, string? Codes, string Label, string? Words);
