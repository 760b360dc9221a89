using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Panels;

/// <summary>Why a panel may not be quoted, and what must be said beside it.</summary>
internal static class Judgement
{
    public static IEnumerable<string> Reasons(OverlapTable table, IReadOnlyList<Finding> findings, PanelOptions options)
    {
        var overlapping = table.Pairs.Count(pair => table.Overlap(pair) > 0);
        if (overlapping < Panel.FewestOverlappingPairs)
        {
            yield return table.Lists.Count == 2
                ? "There are only two lists: whether they are independent cannot be seen, and the estimate rests on it."
                : $"Only {overlapping} of {table.Pairs.Count()} pairs of lists share a case; it takes at least {Panel.FewestOverlappingPairs}.";
        }

        foreach (var finding in findings.Where(f => f.Code > 0))
            yield return $"{finding.Method}: {Sentences.OfCode(finding.Code)}";
        double[] estimates = [.. findings.Where(f => f is { Estimate: not null, IsLowerBound: false }).Select(f => f.Estimate!.Value)];
        if (estimates.Length < 2)
            yield return "Fewer than two methods gave an estimate: nothing shows how much it depends on the method.";
        else if (estimates.Max() / estimates.Min() > options.Factor)
            yield return FormattableString.Invariant($"The methods disagree: {estimates.Min():N0} to {estimates.Max():N0}, a factor of {estimates.Max() / estimates.Min():0.00}, and {options.Factor:0.##} was allowed.");
    }

    public static IEnumerable<string> Warnings(OverlapTable table, IReadOnlyList<Finding> findings, PanelOptions options)
    {
        for (var list = 0; list < table.Lists.Count; list++)
        {
            if (table.Overlap(1 << list) == 0)
                yield return $"{table.Lists[list]} holds no case.";
            else if (table.Pairs.All(pair => (pair & (1 << list)) == 0 || table.Overlap(pair) == 0))
                yield return $"{table.Lists[list]} shares no case with any other list: it tells nothing of the unseen.";
        }

        foreach (var sentence in Dependences(table, options.Stepwise.Threshold))
            yield return sentence;
        foreach (var bound in findings.Where(f => f is { Estimate: not null, IsLowerBound: true }))
        {
            foreach (var low in findings.Where(f => f is { Estimate: not null, IsLowerBound: false } && f.Estimate < bound.Estimate))
                yield return FormattableString.Invariant($"{low.Method} ({low.Estimate:N0}) lies below the bound of {bound.Method} ({bound.Estimate:N0}): people differ in how easily they are seen, or lists send people to each other; not both methods can be right.");
        }
    }

    // Against independence of all lists: who shares more or fewer cases than chance would have it.
    private static IEnumerable<string> Dependences(OverlapTable table, double threshold)
    {
        var fitter = new LoglinearFitter(table.Lists.Count);
        if (fitter.Fit(new CellCounts(table), LoglinearModel.MainEffects(table.Lists.Count).Terms, []) > 0)
            yield break;
        var expected = fitter.ExpectedOverlaps.ToArray();
        foreach (var pair in table.Pairs)
        {
            var seen = table.Overlap(pair);
            var (more, fewer) = (PoissonTails.AtLeast(seen, expected[pair]), PoissonTails.AtMost(seen, expected[pair]));
            if (double.Min(more, fewer) >= threshold)
                continue;
            string[] names = [.. table.Lists.Where((_, list) => (pair & (1 << list)) != 0)];
            yield return FormattableString.Invariant($"{names[0]} and {names[1]} share {(more < fewer ? "more" : "fewer")} cases ({seen}) than lists that know nothing of each other would ({expected[pair]:0.0}).");
        }
    }
}
