namespace Amparo.Platform.Protection;

/// <summary>The master key that wraps, and while one is rotated the one before it, which only unwraps.</summary>
internal sealed record Masters(MasterKey Present, MasterKey? Previous)
{
    /// <summary>Whether a check under a master key holds with one of them.</summary>
    public bool Any(Func<MasterKey, bool> holds) => holds(Present) || (Previous is { } previous && holds(previous));
}
