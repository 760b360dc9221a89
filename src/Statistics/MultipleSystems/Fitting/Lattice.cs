namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>Sums over the subsets or supersets of every bit mask at once, t·2^(t-1) additions (Yates 1937).</summary>
internal static class Lattice
{
    /// <summary>a[ω] becomes Σ a[θ] over θ ⊆ ω.</summary>
    public static void SumOverSubsets(Span<double> a)
    {
        for (var half = 1; half < a.Length; half <<= 1)
        {
            for (var block = 0; block < a.Length; block += 2 * half)
            {
                var low = a.Slice(block, half);
                var high = a.Slice(block + half, half);
                for (var i = 0; i < low.Length; i++)
                    high[i] += low[i];
            }
        }
    }

    /// <summary>a[θ] becomes Σ a[ω] over ω ⊇ θ.</summary>
    public static void SumOverSupersets(Span<double> a)
    {
        for (var half = 1; half < a.Length; half <<= 1)
        {
            for (var block = 0; block < a.Length; block += 2 * half)
            {
                var low = a.Slice(block, half);
                var high = a.Slice(block + half, half);
                for (var i = 0; i < low.Length; i++)
                    low[i] += high[i];
            }
        }
    }
}
