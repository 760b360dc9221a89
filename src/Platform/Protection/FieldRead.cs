using Amparo.Platform.Events;

namespace Amparo.Platform.Protection;

/// <summary>Somebody read a protected field.</summary>
public sealed record FieldRead(Code Kind, Guid Record, Code Field, Code Purpose, Code Basis) : IEvent
{
    public Subject About => new(Kind, Record);
}
