using Amparo.Platform.Packs;

namespace Amparo.Referrals.Links;

/// <summary>The pack's clock that says how long a link may lie unopened.</summary>
internal static class LinkClock
{
    public const string Start = "link.sent";

    public static ClockRule Of(IEnumerable<ClockRule> rules) => rules.First(IsOurs);

    public static IEnumerable<PackFlaw> Check(IReadOnlyCollection<ClockRule> rules, Pack pack)
    {
        if (!rules.Any(IsOurs))
            yield return new PackFlaw("", "No clock says how long a link may lie unopened.", $"Add one of kind “expires” that starts with “{Start}”.");
    }

    private static bool IsOurs(ClockRule rule) => rule is { Start: Start, Kind: ClockKind.Expires };
}
