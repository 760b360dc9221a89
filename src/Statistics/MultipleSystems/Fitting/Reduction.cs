namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>
/// What is left of a model on a sparse table (Chan, Silverman and Vincent 2021): a term that no case shows is minus infinity; it goes, and every
/// cell that holds it goes with it. It still counts as a parameter in BIC. Refilled in place.
/// </summary>
internal sealed class Reduction(int lists)
{
    private readonly double[] _kept = new double[1 << lists];
    private readonly int[] _active = new int[1 << lists];

    /// <summary>How many terms are left.</summary>
    public int Size { get; private set; }

    /// <summary>The terms that are left, in the model's order.</summary>
    public ReadOnlySpan<int> Active => _active.AsSpan(0, Size);

    /// <summary>1 for each cell that is left, 0 for the others and for the one nobody sees; by mask.</summary>
    public ReadOnlySpan<double> Kept => _kept;

    public void Apply(CellCounts counts, ReadOnlySpan<int> terms)
    {
        _kept.AsSpan().Fill(1);
        _kept[0] = 0;
        Size = 0;
        foreach (var term in terms)
        {
            if (counts.Overlaps[term] > 0)
            {
                _active[Size++] = term;
                continue;
            }

            for (var cell = term; cell < _kept.Length; cell = (cell + 1) | term)
                _kept[cell] = 0;
        }
    }

    /// <summary>The code of <see cref="ExactCheck"/>.</summary>
    public int Check(CellCounts counts) => ExactCheck.Code(Active, _kept, counts.Cells);

    /// <summary>The smallest of the means of the cells that are left.</summary>
    public double Lowest(ReadOnlySpan<double> means)
    {
        var lowest = double.PositiveInfinity;
        for (var cell = 1; cell < _kept.Length; cell++)
        {
            if (_kept[cell] > 0 && means[cell] < lowest)
                lowest = means[cell];
        }

        return lowest;
    }
}
