using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Items;

/// <summary>Classical item analysis: which items are too easy or too hard, which do not measure what the others do, and how far totals can be relied upon.</summary>
public static class ItemAnalysis
{
    /// <summary>Analyses a test.</summary>
    /// <param name="answers">By person and item.</param>
    /// <param name="missing">What becomes of missing answers.</param>
    /// <param name="level">Of the interval of alpha (Feldt 1965; Feldt, Woodruff and Salih 1987).</param>
    /// <exception cref="ArgumentException">Fewer than three persons are left, or the level does not lie between 0 and 1.</exception>
    public static ItemReport Analyze(ItemAnswers answers, MissingAnswers missing = MissingAnswers.LeaveOut, double level = 0.95)
    {
        if (!(level is > 0 and < 1))
            throw new ArgumentException("The level lies between 0 and 1.", nameof(level));
        double[][] scores = [.. Enumerable.Range(0, answers.Persons.Count).Select(person => answers.Scores(person, missing)).OfType<double[]>()];
        if (scores.Length < 3)
            throw new ArgumentException($"{scores.Length} persons are too few: three or more with all answers, or count missing answers as wrong.", nameof(answers));
        double[][] items = [.. Enumerable.Range(0, answers.Items.Count).Select(item => scores.Select(person => person[item]).ToArray())];
        double[] totals = [.. scores.Select(person => person.Sum())];
        var (alpha, deviation) = (Alpha(items, totals), double.Sqrt(Covariance(totals, totals)));
        double End(double p) => 1 - (1 - alpha!.Value) * FisherF.Quantile(p, scores.Length - 1, (scores.Length - 1.0) * (items.Length - 1));
        return new ItemReport(
            scores.Length,
            answers.Persons.Count - scores.Length,
            [.. answers.Items.Select((name, item) => Figures(answers, name, item, items, totals))],
            alpha,
            alpha is null ? null : End((1 + level) / 2),
            alpha is null ? null : End((1 - level) / 2),
            totals.Average(),
            deviation,
            alpha is { } known ? deviation * double.Sqrt(double.Max(0, 1 - known)) : null);
    }

    /// <summary>The covariance with n − 1.</summary>
    internal static double Covariance(double[] one, double[] other)
    {
        var (mean, otherMean) = (one.Average(), other.Average());
        double sum = 0;
        for (var i = 0; i < one.Length; i++)
            sum += (one[i] - mean) * (other[i] - otherMean);
        return sum / (one.Length - 1);
    }

    private static ItemFigures Figures(ItemAnswers answers, string name, int item, double[][] items, double[] totals)
    {
        double[] rest = [.. totals.Zip(items[item], (total, score) => total - score)];
        var spread = Covariance(items[item], items[item]) * Covariance(rest, rest);
        return new ItemFigures(
            name,
            items[item].Average() / answers.Highest,
            spread > 0 ? Covariance(items[item], rest) / double.Sqrt(spread) : null,
            items.Length > 2 ? Alpha([.. items.Where((_, other) => other != item)], rest) : null,
            answers.Missing(item));
    }

    // k/(k−1) (1 − Σ variances of items / variance of totals), Cronbach (1951).
    private static double? Alpha(double[][] items, double[] totals)
    {
        var variance = Covariance(totals, totals);
        return variance > 0 ? items.Length / (items.Length - 1.0) * (1 - items.Sum(item => Covariance(item, item)) / variance) : null;
    }
}
