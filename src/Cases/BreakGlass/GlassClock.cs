using Amparo.Platform.Clocks;
using Amparo.Platform.Packs;

namespace Amparo.Cases.BreakGlass;

/// <summary>How long the glass stays broken: the pack's clock that expires.</summary>
internal sealed class GlassClock(Pack pack, ClockBook book)
{
    public const string Start = "case.glass-broken";

    public static bool Ends(ClockRule rule) => rule is { Kind: ClockKind.Expires, Start: Start };

    public DateTimeOffset ExpiryOf(DateTimeOffset opened) => book.Deadline(pack.Clocks.Single(Ends), opened)!.Value;

    public int MinutesFrom(DateTimeOffset opened) => (int)(ExpiryOf(opened) - opened).TotalMinutes;
}
