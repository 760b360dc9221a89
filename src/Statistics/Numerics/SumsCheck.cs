namespace Amparo.Statistics.Numerics;

/// <summary>Looks over an answer of <see cref="SumsProgramme"/> with nothing but the sums themselves, so that rounding in its tableau cannot pass for a proof.</summary>
internal sealed class SumsCheck(int numbers, IReadOnlyList<int[]> sums)
{
    private readonly double[] _rest = new double[numbers];

    /// <summary>Whether each sum is the sum of its numbers.</summary>
    public bool IsConsistent(double[] values)
    {
        for (var i = 0; i < sums.Count; i++)
        {
            double sum = 0;
            foreach (var number in sums[i])
                sum += values[number];
            if (double.Abs(sum - values[numbers + i]) > 1e-7 * (1 + double.Abs(sum)))
                return false;
        }

        return true;
    }

    /// <summary>Whether a variable is the weighted sum of others whatever the numbers are.</summary>
    public bool IsEquation(int variable, IEnumerable<(int Other, double Weight)> others)
    {
        Array.Clear(_rest);
        Spread(variable, 1);
        foreach (var (other, weight) in others)
            Spread(other, -weight);
        return Array.TrueForAll(_rest, rest => double.Abs(rest) < 1e-6);
    }

    private void Spread(int variable, double weight)
    {
        if (variable < numbers)
            _rest[variable] += weight;
        else
        {
            foreach (var number in sums[variable - numbers])
                _rest[number] += weight;
        }
    }
}
