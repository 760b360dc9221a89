using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Scanning;

/// <summary>The logarithm of Kulldorff's likelihood ratio for more cases than expected (1997).</summary>
internal static class LikelihoodRatio
{
    /// <summary>c ln(c/μ) + (C−c) ln((C−c)/(C−μ)); 0 where the cases are not more than expected.</summary>
    /// <remarks>It grows with the cases and falls with the expected: of a block of cylinders, the most cases of any with the least expected of any is a bound for all.</remarks>
    public static double Of(double cases, double expected, double total)
    {
        if (!(cases > expected))
            return 0;
        var inside = cases * Elementary.Log(cases / expected);
        return cases < total ? inside + (total - cases) * Elementary.Log((total - cases) / (total - expected)) : inside;
    }
}
