using Amparo.Platform;
using Amparo.Platform.Data;

namespace Amparo.Providers;

/// <summary>A body that can act: the line itself, the police, a prosecutor's office, a shelter.</summary>
public sealed class Agency : IVersioned
{
    private Agency()
    {
    }

    public AgencyId Id { get; private init; } = AgencyId.New();

    /// <summary>Its code in the country pack.</summary>
    public Code Code { get; private init; }

    public Code Kind { get; private set; }

    public string Name { get; private set; } = "";

    public int Version { get; private init; } = 1;

    internal static (Agency Agency, AgencyAdded Added) Add(Code code, Code kind, string name)
    {
        var agency = new Agency { Code = code, Kind = kind, Name = name };
        return (agency, new AgencyAdded(agency.Id, code, kind));
    }
}
