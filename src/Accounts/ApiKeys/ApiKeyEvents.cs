using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Accounts.ApiKeys;

/// <summary>Without an office: for every office of the agency.</summary>
public sealed record ApiKeyMade(ApiKeyId Key, AgencyId Agency, OfficeId? Office, IReadOnlyList<Code> Scopes, DateTimeOffset Until) : IEvent
{
    public Subject About => Key;

    public Subject? Under => Agency;
}

public sealed record ApiKeyRevoked(ApiKeyId Key, AgencyId Agency) : IEvent
{
    public Subject About => Key;

    public Subject? Under => Agency;
}
