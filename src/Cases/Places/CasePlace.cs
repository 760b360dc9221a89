using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;

namespace Amparo.Cases.Places;

/// <summary>A place of a case: where somebody was recruited, passed through, was exploited, lives, was rescued.</summary>
public sealed class CasePlace : IVersioned
{
    private CasePlace()
    {
    }

    public CasePlaceId Id { get; private init; } = CasePlaceId.New();

    public CaseId Case { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    public Code Kind { get; private set; }

    public Code Area { get; private set; }

    /// <summary>The exact place, and how to find it.</summary>
    public Sealed Words { get; private set; }

    /// <summary>When it was taken out of view; the row stays.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public int Version { get; private init; } = 1;

    internal string FactsStamp => Stamp.Of(Kind, Area, Words);

    internal static (CasePlace Place, PlaceAdded Added) Add(Case @case, Code kind, Code area, string? words, Seals seals, DateTimeOffset now)
    {
        @case.RefuseClosed();
        var place = new CasePlace { Case = @case.Id, AddedAt = now };
        place.Take(kind, area, words, seals);
        return (place, new PlaceAdded(place.Id, place.Case, kind, area));
    }

    internal PlaceChanged Change(Case @case, Code kind, Code area, string? words, Seals seals)
    {
        @case.RefuseClosed();
        RefuseRemoved();
        Take(kind, area, words, seals);
        return new PlaceChanged(Id, Case, kind, area);
    }

    internal PlaceRemoved Remove(Case @case, DateTimeOffset now)
    {
        @case.RefuseClosed();
        RefuseRemoved();
        RemovedAt = now;
        return new PlaceRemoved(Id, Case);
    }

    private void Take(Code kind, Code area, string? words, Seals seals)
    {
        (Kind, Area) = (kind, area);
        Words = seals.Seal(Id, nameof(Words), words);
    }

    private void RefuseRemoved()
    {
        if (RemovedAt is not null)
            throw new Refused("place.removed-already");
    }
}
