namespace Amparo.Platform.Packs;

/// <summary>What must be true of the areas: each code once, each parent one level up, each seat inside.</summary>
internal static class AreaRules
{
    public static IEnumerable<PackProblem> Problems(IReadOnlyList<AreaRow> rows, AreaScheme scheme)
    {
        var first = new Dictionary<string, Area>(StringComparer.Ordinal);
        foreach (var (line, area) in rows)
        {
            if (!first.TryAdd(area.Code, area))
            {
                yield return At(line, $"Area {area.Code} is listed twice.", "Keep one of the two.");
            }
        }

        foreach (var (line, area) in rows)
        {
            var parent = area.Parent is null ? null : first.GetValueOrDefault(area.Parent);
            if (area.Level < 1 || area.Level > scheme.Levels.Count)
            {
                yield return At(
                    line, $"Area {area.Code} is on level {area.Level}.", $"{Pack.CountryFile} names levels 1 to {scheme.Levels.Count}.");
            }
            else if (area.Parent is not null && parent is null)
            {
                yield return At(line, $"Area {area.Code} lies in {area.Parent}, which is unknown.", "Correct the parent, or add that area.");
            }
            else if ((parent?.Level ?? 0) != area.Level - 1)
            {
                yield return At(
                    line,
                    $"Area {area.Code} is on level {area.Level} and lies in {parent?.Code ?? "no area"}, on level {parent?.Level ?? 0}.",
                    "Name a parent one level up; only areas of level 1 have none.");
            }
            else if (scheme.CodesNest && parent is not null && !area.Code.StartsWith(parent.Code, StringComparison.Ordinal))
            {
                yield return At(line, $"Area {area.Code} lies in {parent.Code}.", "Here a code begins with its parent's code: correct one of them.");
            }

            if (area.Seat is not null && !IsInside(area.Seat, area.Code, first))
            {
                yield return At(line, $"The seat of {area.Code}, {area.Seat}, is not inside it.", "Name an area inside, or leave it empty.");
            }
        }
    }

    // A parent that goes round in a circle is caught above by its level; here it must only not go round for ever.
    private static bool IsInside(string? code, string outer, Dictionary<string, Area> areas)
    {
        for (var steps = 0; code is not null && steps < areas.Count; steps++)
        {
            if (areas.GetValueOrDefault(code) is not { } area)
            {
                return false;
            }

            if (area.Parent == outer)
            {
                return true;
            }

            code = area.Parent;
        }

        return false;
    }

    private static PackProblem At(int line, string message, string remedy) => new(AreaFile.Name, line, message, remedy);
}
