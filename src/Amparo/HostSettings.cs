using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;

namespace Amparo;

/// <summary>What a running Amparo needs to know before it starts.</summary>
public sealed record HostSettings(DatabaseAddress Database, MasterKey Master, Pack Pack)
{
    /// <summary>The master key before this one, while it is being rotated: it only opens.</summary>
    public MasterKey? Previous { get; init; }

    /// <summary>Where mail without a server, the demo's key and other files lie.</summary>
    public string Data { get; init; } = "data";

    public bool Demo { get; init; }

    public string? Urls { get; init; }

    /// <summary>Development and Testing stop at a missing text; Production shows its key.</summary>
    public string? Environment { get; init; }

    /// <summary>The last word on services: tests put their clock here.</summary>
    public Action<IServiceCollection>? Configure { get; init; }
}
