using Amparo.Platform.Packs;

namespace Amparo.Unusual;

/// <summary>From how much on an auditor is told; the line sets it.</summary>
/// <param name="Days">How far back is looked, in days, 1 to 31.</param>
/// <param name="NamesPerHour">Records whose names one person read within an hour.</param>
/// <param name="FailuresPerHour">Failed sign-ins of one account within an hour.</param>
/// <param name="ReadWithoutActingPerDay">Records that one person read on a day without doing anything in them.</param>
/// <param name="Events">Events that are unusual each time, by name.</param>
internal sealed record UnusualLimits(int Days, int NamesPerHour, int FailuresPerHour, int ReadWithoutActingPerDay, IReadOnlyList<string> Events)
{
    public const string File = "audit/unusual.json";

    public static PackSection Section { get; } = PackSection.Of<UnusualLimits>(File, (limits, _) => limits.Check());

    private IEnumerable<PackFlaw> Check()
    {
        if (Days is < 1 or > 31)
            yield return new PackFlaw("days", "The days to look back are not between 1 and 31.", "Give the days that an auditor looks at.");
        foreach (var (name, limit) in new[] { ("namesPerHour", NamesPerHour), ("failuresPerHour", FailuresPerHour), ("readWithoutActingPerDay", ReadWithoutActingPerDay) })
        {
            if (limit < 1)
                yield return new PackFlaw(name, "A limit is less than 1: everything would be unusual.", "Give a limit of 1 or more.");
        }
    }
}
