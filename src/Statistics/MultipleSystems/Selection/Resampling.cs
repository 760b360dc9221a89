using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>Multinomial resamples of a table and the table without one case, each estimated anew. Resample b takes stream b of the seed, whatever core takes it.</summary>
internal sealed class Resampling
{
    private readonly OverlapTable _table;
    private readonly CellCounts _counts;
    private readonly int[] _historyOfCase;

    public Resampling(OverlapTable table, CellCounts counts)
    {
        (_table, _counts) = (table, counts);
        Observed = [.. table.Observed];
        Cases = [.. Observed.Select(history => table.Counts[history])];
        _historyOfCase = [.. Observed.SelectMany(history => Enumerable.Repeat(history, table.Counts[history]))];
    }

    public int[] Observed { get; }

    public int[] Cases { get; }

    /// <summary>outputs values for each resample, row by row.</summary>
    public double[] Resample(BootstrapOptions options, int outputs, Func<IReestimate> make, Running running)
    {
        var results = new double[options.Resamples * outputs];
        running.Each(options.Resamples, () => new Desk(_counts.Copy(), make(), new int[_counts.Cells.Length], new RandomStream(options.Seed, 0)), (b, desk) =>
        {
            desk.Random.Restart(options.Seed, b);
            desk.Drawn.AsSpan().Clear();
            for (var drawn = 0; drawn < _historyOfCase.Length; drawn++)
                desk.Drawn[_historyOfCase[desk.Random.Below(_historyOfCase.Length)]]++;
            desk.Counts.Refill(desk.Drawn);
            Estimate(desk.Estimating, desk.Counts, results.AsSpan(b * outputs, outputs));
        });
        return results;
    }

    /// <summary>outputs values for each observed combination with one case left out, row by row.</summary>
    public double[] LeaveOneOut(int outputs, Func<IReestimate> make, Running running)
    {
        var results = new double[Observed.Length * outputs];
        if (_table.Total == 1)
            return [.. results.Select(_ => double.NaN)];
        (running with { Progress = null }).Each(Observed.Length, () => (Counts: _counts.Copy(), Estimating: make()), (i, desk) =>
        {
            desk.Counts.Move(Observed[i], -1);
            Estimate(desk.Estimating, desk.Counts, results.AsSpan(i * outputs, outputs));
            desk.Counts.Move(Observed[i], 1);
        });
        return results;
    }

    // A resample so near to having no estimate that numbers give out counts as one without.
    private static void Estimate(IReestimate estimating, CellCounts counts, Span<double> estimates)
    {
        try
        {
            estimating.Estimate(counts, estimates);
        }
        catch (ArithmeticException)
        {
            estimates.Fill(double.NaN);
        }
    }

    private sealed record Desk(CellCounts Counts, IReestimate Estimating, int[] Drawn, RandomStream Random);
}
