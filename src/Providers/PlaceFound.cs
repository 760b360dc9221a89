using System.Globalization;
using Amparo.Platform.Packs;

namespace Amparo.Providers;

/// <summary>The area that is meant by what somebody typed, and others that it may mean. None is meant while they do not lie in one another.</summary>
internal sealed record PlaceFound(Area? Meant, IReadOnlyList<Area> Others)
{
    private const int Most = 20;

    public static readonly PlaceFound Nothing = new(null, []);

    /// <param name="chosen">The code of an area chosen before; it stands until something else is typed.</param>
    public static PlaceFound In(AreaTree areas, string? chosen, string? typed)
    {
        if (areas.Find(chosen) is { } area && (string.IsNullOrWhiteSpace(typed) || typed == areas.Path(area.Code)))
            return new PlaceFound(area, []);
        var fits = areas.Search(typed, Most);
        var named = fits.Where(a => IsNamed(a, typed!)).ToList();
        var likely = named.Count > 0 ? named : [.. fits];
        return likely is [var widest, .. var inside] && inside.All(a => areas.Contains(widest.Code, a.Code))
            ? new PlaceFound(widest, inside)
            : new PlaceFound(null, likely);
    }

    private static bool IsNamed(Area area, string typed) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(area.Name, typed.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0;
}
