using Amparo.Statistics.Disclosure.Privacy;

namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>Each column by itself, measured: how many records there are, and how many with each value.</summary>
internal sealed class SingleColumns
{
    /// <param name="records">The people.</param>
    /// <param name="rho">What all columns together may cost.</param>
    /// <param name="chance">For the noise.</param>
    public SingleColumns(CodedRecords records, double rho, ExactChance chance)
    {
        var sizes = records.Codebook.Sizes;
        var all = sizes.Sum(size => Shares.Of(size));
        Measured = [.. sizes.Select((size, column) => Measurement.Ask(records, [column], rho * Shares.Of(size) / all, chance))];

        // Every column's sum counts the same people; the surest weigh most.
        double sum = 0, weights = 0;
        foreach (var column in Measured)
        {
            var weight = 1 / (column.Variance * column.Counts.Length);
            (sum, weights) = (sum + weight * column.Counts.Sum(), weights + weight);
        }

        Records = (int)double.Round(double.Max(0, sum / weights));
        Expected = [.. Measured.Select(column => Simplex(column.Counts, Records))];
    }

    /// <summary>As measured, one for each column.</summary>
    public IReadOnlyList<Measurement> Measured { get; }

    /// <summary>How many records there are, as far as the noise lets it be known.</summary>
    public int Records { get; }

    /// <summary>Of each column, how many records with each value: not negative, and adding up to <see cref="Records"/>.</summary>
    public double[][] Expected { get; }

    /// <summary>The nearest counts, in squares, that are not negative and add up (Held, Wolfe and Crowder 1974): all are lowered alike, and held at 0.</summary>
    internal static double[] Simplex(double[] counts, double total)
    {
        double sum = 0, lower = 0;
        foreach (var (place, count) in counts.OrderDescending().Index())
        {
            sum += count;
            var next = (sum - total) / (place + 1);
            if (count > next)
                lower = next;
        }

        return [.. counts.Select(count => double.Max(0, count - lower))];
    }
}
