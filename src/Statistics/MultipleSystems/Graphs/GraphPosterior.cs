namespace Amparo.Statistics.MultipleSystems.Graphs;

/// <summary>The posterior of the population's size, averaged over graphs.</summary>
/// <param name="Seen">n.</param>
/// <param name="Density">The probability of 0, 1, 2 … unseen cases; sums to 1.</param>
/// <param name="Graphs">Every graph with its posterior mean of N and its probability, the most probable first.</param>
public sealed record GraphPosterior(int Seen, IReadOnlyList<double> Density, IReadOnlyList<WeighedModel> Graphs)
{
    private const double Deep = 0.75;

    /// <summary>The posterior mean of N.</summary>
    public double Mean { get; } = Seen + Density.Select((probability, missing) => probability * missing).Sum();

    /// <summary>How much probability lies in the last tenth of the numbers that were thought of.</summary>
    public double AtTheEnd => Density.Skip(Density.Count * 9 / 10).Sum();

    /// <summary>How many peaks the density has that a valley of less than three quarters of the lower one parts.</summary>
    public int Peaks
    {
        get
        {
            var highest = Density.Max();
            var (peaks, high, low, isFalling) = (0, 0.0, 0.0, false);
            foreach (var value in Density)
            {
                if (!isFalling)
                {
                    high = double.Max(high, value);
                    if (value < Deep * high && high > highest / 100)
                        (isFalling, low, peaks) = (true, value, peaks + 1);
                    else if (value < Deep * high)
                        high = value;
                }
                else
                {
                    low = double.Min(low, value);
                    if (value > low / Deep)
                        (isFalling, high) = (false, value);
                }
            }

            return int.Max(peaks, 1);
        }
    }

    /// <summary>The smallest N at or below which the share <paramref name="p"/> of the probability lies.</summary>
    public double Quantile(double p)
    {
        double sum = 0;
        for (var missing = 0; missing < Density.Count; missing++)
        {
            sum += Density[missing];
            if (sum >= p)
                return Seen + missing;
        }

        return Seen + Density.Count - 1;
    }
}
