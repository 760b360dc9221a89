using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.Flags;

public sealed record FlagRaised(CaseId Case, [property: CodeOf(Flags.Flag.File)] Code Flag) : IEvent
{
    public Subject About => Case;
}

public sealed record FlagLowered(CaseId Case, [property: CodeOf(Flags.Flag.File)] Code Flag) : IEvent
{
    public Subject About => Case;
}
