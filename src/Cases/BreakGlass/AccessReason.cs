using Amparo.Platform;
using Amparo.Platform.Packs;

namespace Amparo.Cases.BreakGlass;

/// <summary>Why the glass may be broken.</summary>
internal sealed record AccessReason(string Code, Label Label, bool NeedsWords) : ICoded
{
    public const string File = "cases/access-reasons.json";

    public void RefuseWithout(string? words)
    {
        if (NeedsWords && string.IsNullOrWhiteSpace(words))
            throw new Refused("glass.words-missing");
    }
}
