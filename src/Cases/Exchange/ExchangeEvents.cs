using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.Exchange;

/// <summary>What people of a case agreed to was written into a file for an agency.</summary>
/// <param name="People">How many of them stand in it.</param>
public sealed record CaseExported(CaseId Case, AgencyId Agency, [property: CodeOf("referrals/purposes.json")] Code Purpose, int People) : IEvent
{
    public Subject About => Case;
}
