namespace Amparo.Statistics.Disclosure;

/// <summary>What an outsider must not learn.</summary>
/// <param name="Threshold">k: a count from 1 to k - 1 is small and must not be known to be so; 2 or more.</param>
/// <param name="Width">How wide what can be derived of a small count must at least be, in people; k when not said.</param>
/// <param name="ZerosArePublic">
/// Whether zeros are printed. Then they are never suppressed, and who sees a gap knows that at least one person stands behind it. If not, a zero is a small count.
/// </param>
public sealed record Protection(int Threshold = 5, int? Width = null, bool ZerosArePublic = true)
{
    /// <summary>The width that is asked for.</summary>
    public int LeastWidth => Width ?? Threshold;

    /// <summary>Whether this many people are too few to be told.</summary>
    public bool IsSmall(int count) => count < Threshold && (count > 0 || !ZerosArePublic);

    /// <summary>Whether an outsider who can derive just this learns too little to harm: it may reach k, and it is wide enough.</summary>
    public bool Suffices(Derivable derivable) => derivable.Highest >= Threshold && derivable.Highest - derivable.Lowest >= LeastWidth;

    /// <exception cref="ArgumentException">The threshold is below 2, or the width below 1.</exception>
    internal void Check()
    {
        if (Threshold < 2)
            throw new ArgumentException("The threshold k is 2 or more: with 1 no count is small.");
        if (LeastWidth < 1)
            throw new ArgumentException("The width is 1 or more.");
    }
}

/// <summary>What can be derived of a count from all that is printed: it lies between these, and no closer bound of a linear programme exists.</summary>
/// <param name="Lowest">The smallest whole number it may be.</param>
/// <param name="Highest">The largest; infinite where nothing bounds it.</param>
public sealed record Derivable(double Lowest, double Highest)
{
    /// <summary>Whether it is known to the person.</summary>
    public bool IsExact => Highest <= Lowest;
}
