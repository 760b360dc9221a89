namespace Amparo.Platform.Packs;

/// <summary>Something wrong in a pack, where it is, and how to put it right.</summary>
public sealed record PackProblem(string File, int Line, string Message, string Remedy)
{
    public override string ToString() => $"{File}:{Line}: {Message} {Remedy}";
}
