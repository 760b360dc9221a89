using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Providers;

namespace Amparo.Referrals;

/// <summary>What is to be sent: of which contact, to whom, for what, on which basis, and who of the case goes along.</summary>
internal sealed record Order(Contact Contact, AgencyId From, Office To, Code Purpose, Basis Basis, Urgency Urgency)
{
    /// <summary>The case it is sent from, its contacts included.</summary>
    public Case? Case { get; init; }

    public IReadOnlyList<Person> People { get; init; } = [];

    /// <summary>Why the basis holds, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it holds where an act says so itself and nobody types.</summary>
    public Code? ReasonCode { get; init; }
}
