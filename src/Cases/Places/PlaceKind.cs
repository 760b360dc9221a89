using Amparo.Platform.Packs;

namespace Amparo.Cases.Places;

/// <summary>What happened at a place.</summary>
internal sealed record PlaceKind(string Code, Label Label) : ICoded
{
    public const string File = "cases/place-kinds.json";
}
