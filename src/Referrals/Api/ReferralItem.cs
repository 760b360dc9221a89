using System.ComponentModel;
using Amparo.Platform;

namespace Amparo.Referrals.Api;

/// <summary>A referral as an agency's own program sees it: codes as the pack holds them, instants in UTC, no words of a person.</summary>
internal sealed record ReferralItem
{
    [Description("Its id.")]
    public required ReferralId Id { get; init; }

    [Description("For talking about it on the telephone; it opens nothing.")]
    public required string Reference { get; init; }

    [Description("Where it stands: sent, accepted, declined, withdrawn by the line, ended.")]
    public required ReferralState State { get; init; }

    [Description("danger: somebody's life or freedom, now.")]
    public required Urgency Urgency { get; init; }

    [Description("What you are asked to do: a code of /codes/purposes.")]
    public required Code Purpose { get; init; }

    [Description("The legal basis of the hand-over: a code of /codes/bases.")]
    public required Code Basis { get; init; }

    [Description("Code of the place, as the country numbers its areas; null when it is not known.")]
    public required Code? Area { get; init; }

    [Description("Code of the agency that sent it.")]
    public required Code From { get; init; }

    [Description("Code of your office that received it.")]
    public required Code To { get; init; }

    [Description("When it was sent.")]
    public required DateTimeOffset SentAt { get; init; }

    [Description("Until when it must be answered; null when no clock runs.")]
    public required DateTimeOffset? AnswerBy { get; init; }

    [Description("When somebody of yours first opened it.")]
    public required DateTimeOffset? SeenAt { get; init; }

    [Description("When it was accepted or declined.")]
    public required DateTimeOffset? AnsweredAt { get; init; }

    [Description("When you began to act.")]
    public required DateTimeOffset? ActedAt { get; init; }

    [Description("When you arrived.")]
    public required DateTimeOffset? ArrivedAt { get; init; }

    [Description("When it ended; from then on its facts are withheld.")]
    public required DateTimeOffset? EndedAt { get; init; }

    [Description("Why you declined it: a code of /codes/decline-reasons.")]
    public required Code? DeclineReason { get; init; }

    [Description("What came of it: a code of /codes/outcomes.")]
    public required Code? Outcome { get; init; }

    [Description("How many people the outcome is about.")]
    public required int? People { get; init; }

    [Description("Rises with every change; the ETag holds it.")]
    public required int Version { get; init; }
}

/// <summary>A referral with what was shared.</summary>
internal sealed record ReferralInFull(
    [property: Description("Where it stands.")] ReferralItem Referral,
    [property: Description("What the line shared. Empty while it is withheld.")] IReadOnlyList<Fact> Facts,
    [property: Description("What you wrote when you answered or reported; null when nothing, or withheld.")] string? Note,
    [property: Description("Why the facts are withheld: referral.open-first (post to /see, which tells the line that you opened it) or referral.over. Null when they are not.")] string? Withheld);

/// <summary>One fact that was shared.</summary>
internal sealed record Fact(
    [property: Description("Which: a code of /codes/fields.")] Code Field,
    [property: Description("Which of the referral's people it is about, from 1; null for a fact of the contact.")] int? Person,
    [property: Description("Its codes, when it holds codes.")] IReadOnlyList<string>? Codes,
    [property: Description("It in words: those of the person, or what the codes mean in the language of Accept-Language. Null when the person took back what they agreed to.")] string? Words);

/// <summary>Some referrals, and where the next begin.</summary>
internal sealed record ReferralPage(
    [property: Description("In the order in which they were sent.")] IReadOnlyList<ReferralItem> Items,
    [property: Description("Ask again with after= this; null when there are no more.")] ReferralId? Next);
