namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>The model of Fellegi and Sunter (1969): how often each level is met among pairs of one person (m) and of two (u).</summary>
/// <param name="Lambda">λ, the share of all pairs that are of one person; above 0 and below 1.</param>
/// <param name="M">For each comparison, by level; level 0 (missing) is not used. Each adds up to 1.</param>
/// <param name="U">In the same shape.</param>
public sealed record MatchModel(double Lambda, double[][] M, double[][] U)
{
    /// <summary>log2 of the odds before anything is compared.</summary>
    public double Prior => double.Log2(Lambda / (1 - Lambda));

    /// <summary>What a level says, in bits: log2(m/u); 0 for the missing.</summary>
    public double Bits(int slot, int level) => level == LevelPattern.Missing ? 0 : double.Log2(M[slot][level] / U[slot][level]);

    /// <summary>log2 of the odds that a pair with this pattern is of one person, without weights of rarity.</summary>
    public double Score(ulong pattern)
    {
        var score = Prior;
        for (var slot = 0; slot < M.Length; slot++)
            score += Bits(slot, LevelPattern.At(pattern, slot));
        return score;
    }

    /// <summary>The probability that belongs to a score in bits.</summary>
    public static double Probability(double score) => 1 / (1 + double.Exp2(-score));
}
