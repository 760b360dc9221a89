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

    // Of all pairs together: what is measured must fit into memory.
    private const long MostCellsTogether = 30_000_000;

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
        List<Asked> asked = [];
        foreach (var columns in candidates)
        {
            cancel.ThrowIfCancellationRequested();
            var (cells, distance) = (Cells(columns[0], columns[1]), Distance(columns[0], columns[1]) + noise.Draw(chance));
            asked.Add(new Asked(columns, cells, Shares.Of(cells), long.Max(0, distance)));
        }

        asked = [.. asked.OrderByDescending(pair => pair.Gain / pair.Share)];
        return [.. asked.Take(Worthwhile(asked, rhoToMeasure)).Select(pair => (pair.Columns, pair.Share))];
    }

    // Each pair more takes its own distance away and leaves less of the budget to the others: how many make the least error.
    private static int Worthwhile(IReadOnlyList<Asked> asked, double rho)
    {
        var left = asked.Sum(pair => pair.Gain);
        var (shares, cells, least, taken) = (0.0, 0L, left, 0);
        for (var i = 0; i < asked.Count && (cells += asked[i].Cells) <= MostCellsTogether; i++)
        {
            left -= asked[i].Gain;
            shares += asked[i].Share;
            if (left + Shares.Error(shares, rho) is var error && error < least)
                (least, taken) = (error, i + 1);
        }

        return taken;
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

    /// <summary>A pair and what was told of it.</summary>
    /// <param name="Columns">Indices, ascending.</param>
    /// <param name="Cells">How many combinations of their values there are.</param>
    /// <param name="Share">Of the budget, beside those of other pairs.</param>
    /// <param name="Gain">How far from independence it lies, with noise.</param>
    private sealed record Asked(int[] Columns, long Cells, double Share, double Gain);
}
