using Amparo.Statistics.Disclosure.Privacy;

namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>
/// Which pairs of columns are worth being measured: those whose counts lie further from independence than the noise would bring them. How far each lies is asked
/// with noise (as in PrivSyn, Zhang et al. 2021), but from what the measured single columns let expect and not from the true ones: a person then moves each answer by 1 and not by 4.
/// </summary>
/// <param name="records">The people.</param>
/// <param name="singles">What is known of single columns.</param>
internal sealed class PairChoice(CodedRecords records, SingleColumns singles)
{
    /// <summary>Pairs with more combinations are left as if independent: most would be empty.</summary>
    public const int MostCells = 1_000_000;

    /// <summary>The pairs, those that promise most for their cost first.</summary>
    /// <param name="rho">What choosing may cost.</param>
    /// <param name="rhoToMeasure">What measuring them will be given.</param>
    /// <param name="chance">For the noise.</param>
    /// <param name="cancel">Stops it.</param>
    public IReadOnlyList<(int[] Columns, double Share)> Choose(double rho, double rhoToMeasure, ExactChance chance, CancellationToken cancel)
    {
        var candidates = Candidates().ToList();
        if (candidates.Count == 0)
            return [];
        var noise = new DiscreteGaussian(candidates.Count / (2 * rho));
        List<(int[] Columns, double Share, double Gain)> asked = [];
        foreach (var columns in candidates)
        {
            cancel.ThrowIfCancellationRequested();
            var distance = Distance(columns[0], columns[1]) + noise.Draw(chance);
            asked.Add((columns, Shares.Of(Cells(columns[0], columns[1])), long.Max(0, distance)));
        }

        asked = [.. asked.OrderByDescending(pair => pair.Gain / pair.Share)];
        // Each pair more takes its own distance away and leaves less of the budget to the others.
        var (left, shares, least, taken) = (asked.Sum(pair => pair.Gain), 0.0, asked.Sum(pair => pair.Gain), 0);
        for (var i = 0; i < asked.Count; i++)
        {
            left -= asked[i].Gain;
            shares += asked[i].Share;
            if (left + Shares.Error(shares, rhoToMeasure) is var error && error < least)
                (least, taken) = (error, i + 1);
        }

        return [.. asked.Take(taken).Select(pair => (pair.Columns, pair.Share))];
    }

    private IEnumerable<int[]> Candidates()
    {
        for (var one = 0; one < records.Codebook.Names.Count; one++)
        {
            for (var other = one + 1; other < records.Codebook.Names.Count; other++)
            {
                if (Cells(one, other) <= MostCells)
                    yield return [one, other];
            }
        }
    }

    private long Cells(int one, int other) => (long)records.Codebook.Values[one].Count * records.Codebook.Values[other].Count;

    // What is expected is made whole, so that the answer is whole, and exactly 1 further or nearer with one person more.
    private long Distance(int one, int other)
    {
        var (ones, others, counts) = (singles.Expected[one], singles.Expected[other], records.Margin(one, other));
        var distance = 0L;
        for (var cell = 0; cell < counts.Length; cell++)
        {
            var (row, column) = int.DivRem(cell, others.Length);
            var expected = singles.Records == 0 ? 0 : (long)double.Round(ones[row] * others[column] / singles.Records);
            distance += long.Abs(counts[cell] - expected);
        }

        return distance;
    }
}
