using Amparo.Platform;
using Amparo.Platform.Protection;

namespace Amparo.Referrals;

public enum ReferralState
{
    Sent,
    Accepted,
    Declined,
    Withdrawn,
    Ended,
}

/// <summary>What a state lets be done.</summary>
internal static class ReferralStates
{
    extension(ReferralState state)
    {
        public void RefuseAnswered()
        {
            if (state == ReferralState.Accepted)
                throw new Refused("referral.accepted-already");
            if (state != ReferralState.Sent)
                throw new Refused("referral.ended-already");
        }

        public void RefuseUnlessAccepted()
        {
            if (state == ReferralState.Sent)
                throw new Refused("referral.accept-first");
            if (state != ReferralState.Accepted)
                throw new Refused("referral.ended-already");
        }
    }
}

public enum Urgency
{
    Ordinary,
    Danger,
}

/// <summary>One fact that left with a referral: codes in clear, or words sealed to the referral itself.</summary>
public sealed class SharedFact
{
    private const string Prefix = "shared.";

    public ReferralId Referral { get; init; }

    public Code Field { get; init; }

    public string? Codes { get; init; }

    public Sealed Words { get; init; }

    /// <summary>The order of the pack's list.</summary>
    public int Position { get; init; }

    /// <summary>The field's name for sealing and revealing.</summary>
    public static string SealedAs(Code field) => Prefix + field;

    /// <summary>The field behind such a name; null for another name.</summary>
    internal static string? FieldOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;
}
