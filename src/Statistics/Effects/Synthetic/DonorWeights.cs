using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Synthetic;

/// <summary>
/// Finds the donors' shares. Without predictors they make the outcomes before as like as can be. With predictors each is divided by its spread over the areas, and how much
/// each counts is chosen so that the mixture's outcomes are like before, from several beginnings.
/// </summary>
internal sealed class DonorWeights
{
    private readonly double[][] _outcomes;
    private readonly double[][]? _predictors;
    private readonly NearestMixture _mixture;
    private readonly double[] _gram;
    private readonly double[] _shares;

    public DonorWeights(DonorPanel panel, int unit, IReadOnlyList<int> donors)
    {
        _outcomes = Apart(panel.Outcomes, unit, donors, panel.From - 1, _ => 1);
        _predictors = panel.Predictors is { } predictors
            ? Apart(predictors, unit, donors, predictors[0].Length, k => Spread([.. donors.Append(unit).Select(area => predictors[area][k])]))
            : null;
        (_mixture, _gram, _shares) = (new NearestMixture(donors.Count), new double[donors.Count * donors.Count], new double[donors.Count]);
    }

    public (double[] Shares, double[] Importance) Find()
    {
        if (_predictors is null)
        {
            Mix(_outcomes, null);
            return (_shares, []);
        }

        var count = _predictors[0].Length;
        var importance = new double[count];
        if (count == 1)
            importance[0] = 1;
        else
        {
            // All alike, and each in turn before all others.
            var best = Enumerable.Range(-1, count + 1)
                .Select(first => NelderMead.Minimize(Height, [.. Enumerable.Range(0, count).Select(k => k == first ? 3.0 : 0)], 1, 1e-10))
                .MinBy(Height)!;
            Importance(best, importance);
        }

        Mix(_predictors, importance);
        return (_shares, importance);

        double Height(double[] logarithms)
        {
            Importance(logarithms, importance);
            Mix(_predictors, importance);
            return Distance();
        }
    }

    // Shares of a softmax: above 0, with the sum 1.
    private static void Importance(double[] logarithms, double[] importance)
    {
        double highest = double.NegativeInfinity, sum = 0;
        foreach (var logarithm in logarithms)
            highest = double.Max(highest, logarithm);
        for (var k = 0; k < importance.Length; k++)
            sum += importance[k] = Elementary.Exp(logarithms[k] - highest);
        for (var k = 0; k < importance.Length; k++)
            importance[k] /= sum;
    }

    private void Mix(double[][] apart, double[]? importance)
    {
        for (var i = 0; i < apart.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double product = 0;
                for (var k = 0; k < apart[i].Length; k++)
                    product += (importance?[k] ?? 1) * apart[i][k] * apart[j][k];
                _gram[i * apart.Length + j] = _gram[j * apart.Length + i] = product;
            }
        }

        _mixture.Find(_gram, _shares);
    }

    private double Distance()
    {
        double sum = 0;
        for (var t = 0; t < _outcomes[0].Length; t++)
        {
            double gap = 0;
            for (var j = 0; j < _shares.Length; j++)
                gap += _shares[j] * _outcomes[j][t];
            sum += gap * gap / _outcomes[0].Length;
        }

        return sum;
    }

    // Each donor less the area.
    private static double[][] Apart(IReadOnlyList<double[]> rows, int unit, IReadOnlyList<int> donors, int length, Func<int, double> spread)
    {
        double[] spreads = [.. Enumerable.Range(0, length).Select(spread)];
        return [.. donors.Select(donor => Enumerable.Range(0, length).Select(k => (rows[donor][k] - rows[unit][k]) / spreads[k]).ToArray())];
    }

    // A predictor that is alike everywhere says nothing, and is not divided.
    private static double Spread(double[] values)
    {
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        return variance > 0 ? double.Sqrt(variance) : 1;
    }
}
