using Amparo.Statistics.Disclosure.Privacy;

namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>How many records have each combination of some columns' values, with noise.</summary>
/// <param name="Columns">Indices, ascending.</param>
/// <param name="Counts">Of each combination, the last column's values changing fastest; may be negative.</param>
/// <param name="Variance">σ² of the noise in each.</param>
internal sealed record Measurement(int[] Columns, double[] Counts, double Variance)
{
    /// <summary>Asks the records: costs at most <paramref name="rho"/>, because a person is in one combination alone.</summary>
    public static Measurement Ask(CodedRecords records, int[] columns, double rho, ExactChance chance)
    {
        var noise = new DiscreteGaussian(1 / (2 * rho));
        var counts = records.Margin(columns);
        return new Measurement(columns, [.. counts.Select(count => (double)(count + noise.Draw(chance)))], noise.Variance);
    }
}
