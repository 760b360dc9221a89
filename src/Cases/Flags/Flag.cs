using Amparo.Platform.Packs;

namespace Amparo.Cases.Flags;

/// <summary>What a case can be marked with.</summary>
/// <param name="Danger">A life is in danger: nothing else is shown so.</param>
internal sealed record Flag(string Code, Label Label, bool Danger) : ICoded
{
    public const string File = "cases/flags.json";
}
