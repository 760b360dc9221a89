using Amparo.Platform.Packs;

namespace Amparo.Cases.Agencies;

/// <summary>Why another agency is given a part in a case.</summary>
internal sealed record PartReason(string Code, Label Label) : ICoded
{
    public const string File = "cases/part-reasons.json";
}
