using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>
/// How much is lost at least, by experiment: somebody who sees one number of each run tells runs with a person from runs without. What is stated must not be less
/// than what is found. That little is found proves nothing: a better attack may exist.
/// </summary>
public static class EmpiricalPrivacy
{
    /// <summary>
    /// A lower confidence bound on ε: log((share of hits with the person - δ) / share of hits without), both at the unfavourable ends of Clopper and Pearson's intervals.
    /// A hit is a number from a threshold on, which one half of the runs chooses and the other half judges.
    /// </summary>
    /// <param name="with">A number of each run with the person, larger where the person shows; at least 4.</param>
    /// <param name="without">The same without.</param>
    /// <param name="delta">The stated δ.</param>
    /// <param name="level">Of the intervals, as 0.95.</param>
    /// <returns>0 or more.</returns>
    /// <exception cref="ArgumentException">Too few runs, or a level that is none.</exception>
    public static double LowerBound(IReadOnlyList<double> with, IReadOnlyList<double> without, double delta, double level)
    {
        if (with.Count < 4 || without.Count < 4 || !(level > 0 && level < 1))
            throw new ArgumentException("At least four runs of each kind, and a level between 0 and 1.");
        var (firstWith, restWith) = Halves(with);
        var (firstWithout, restWithout) = Halves(without);
        var threshold = firstWith.Concat(firstWithout).Distinct().MaxBy(value => Bound(firstWith, firstWithout, value, delta, level));
        return double.Max(0, Bound(restWith, restWithout, threshold, delta, level));
    }

    /// <summary>The interval of Clopper and Pearson (1934) for a share.</summary>
    /// <param name="hits">0 to <paramref name="runs"/>.</param>
    /// <param name="runs">1 or more.</param>
    /// <param name="level">Between 0 and 1.</param>
    public static (double Lower, double Upper) ClopperPearson(int hits, int runs, double level)
    {
        var tail = (1 - level) / 2;
        return (hits == 0 ? 0 : Solve(share => IncompleteBeta.Of(share, hits, runs - hits + 1) < tail),
            hits == runs ? 1 : Solve(share => IncompleteBeta.Of(share, hits + 1, runs - hits) < 1 - tail));
    }

    private static double Bound(double[] with, double[] without, double threshold, double delta, double level)
    {
        var seen = ClopperPearson(with.Count(value => value >= threshold), with.Length, level).Lower - delta;
        return seen <= 0 ? double.NegativeInfinity : Elementary.Log(seen / ClopperPearson(without.Count(value => value >= threshold), without.Length, level).Upper);
    }

    private static (double[] First, double[] Second) Halves(IReadOnlyList<double> values) => ([.. values.Take(values.Count / 2)], [.. values.Skip(values.Count / 2)]);

    private static double Solve(Func<double, bool> isBelow)
    {
        double low = 0, high = 1;
        for (var i = 0; i < 60; i++)
        {
            var middle = 0.5 * (low + high);
            if (isBelow(middle))
                low = middle;
            else
                high = middle;
        }

        return 0.5 * (low + high);
    }
}
