using Amparo.Platform;
using Amparo.Platform.Protection;
using Amparo.Providers;

namespace Amparo.Referrals;

public enum ReferralState
{
    Sent,
    Accepted,
    Declined,
    Withdrawn,
    Ended,
}

public enum Urgency
{
    Ordinary,
    Danger,
}

/// <summary>One fact that left with a referral: codes in clear, or words sealed to the referral itself.</summary>
public sealed class SharedFact
{
    public ReferralId Referral { get; init; }

    public Code Field { get; init; }

    public string? Codes { get; init; }

    public Sealed Words { get; init; }

    /// <summary>The order of the pack's list.</summary>
    public int Position { get; init; }

    /// <summary>The field's name for sealing and revealing.</summary>
    public static string SealedAs(Code field) => $"shared.{field}";
}

/// <summary>What is needed to send.</summary>
internal sealed record Sending(ContactId Contact, AgencyId From, Office To, Code Purpose, Code Basis, Urgency Urgency, Code? Area);
