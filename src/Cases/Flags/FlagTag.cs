using Amparo.Platform;
using Amparo.Platform.Packs;

namespace Amparo.Cases.Flags;

/// <summary>A raised flag as a case and lists show it; those that say a life is in danger come first.</summary>
internal sealed record FlagTag(string Code, string Name, bool Danger)
{
    public static IReadOnlyList<FlagTag> Of(IEnumerable<Code> raised, CodeList<Flag> flags) =>
        [.. raised.Select(f => new FlagTag(f.Value, flags.Name(f), flags.Find(f.Value)?.Danger == true)).OrderByDescending(f => f.Danger)];
}
