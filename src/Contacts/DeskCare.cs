using Amparo.Platform.Packs;

namespace Amparo.Contacts;

/// <summary>How the line cares for its own people.</summary>
/// <param name="BreakAfterDangerMinutes">Minutes of rest after a contact in danger was closed, in 1 to 120.</param>
public sealed record DeskCare(int BreakAfterDangerMinutes)
{
    internal const string File = "contacts/care.json";

    internal static PackSection Section { get; } = PackSection.Of<DeskCare>(File, (care, _) => care.Check());

    public TimeSpan BreakAfterDanger => TimeSpan.FromMinutes(BreakAfterDangerMinutes);

    private IEnumerable<PackFlaw> Check()
    {
        if (BreakAfterDangerMinutes is < 1 or > 120)
            yield return new PackFlaw("breakAfterDangerMinutes", "The break after an emergency is not between 1 and 120 minutes.", "Give the minutes that the line grants.");
    }
}
