using Amparo.Platform;
using Amparo.Platform.Events;

namespace Amparo.Cases.Places;

public sealed record PlaceAdded(CasePlaceId Place, CaseId Case, [property: CodeOf(PlaceKind.File)] Code Kind, Code Area) : IEvent
{
    public Subject About => Place;

    public Subject? Under => Case;
}

public sealed record PlaceChanged(CasePlaceId Place, CaseId Case, [property: CodeOf(PlaceKind.File)] Code Kind, Code Area) : IEvent
{
    public Subject About => Place;

    public Subject? Under => Case;
}

/// <summary>A place was taken out of view: it turned out not to be one of this case.</summary>
public sealed record PlaceRemoved(CasePlaceId Place, CaseId Case) : IEvent
{
    public Subject About => Place;

    public Subject? Under => Case;
}
