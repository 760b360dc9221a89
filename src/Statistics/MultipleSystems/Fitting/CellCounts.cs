namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>The counts of a table or of one resample as the fit reads them; refilled in place, so that resampling allocates nothing.</summary>
internal sealed class CellCounts
{
    private readonly double[] _cells;
    private readonly double[] _overlaps;
    private readonly double[] _logFactorials;

    public CellCounts(OverlapTable table)
    {
        Lists = table.Lists.Count;
        _cells = [.. table.Counts];
        _overlaps = new double[_cells.Length];
        _logFactorials = new double[table.Total + 1];
        for (var n = 2; n < _logFactorials.Length; n++)
            _logFactorials[n] = Numerics.LogGamma.OfFactorial(n);
        Refresh();
    }

    private CellCounts(CellCounts like)
    {
        (Lists, _logFactorials) = (like.Lists, like._logFactorials);
        _cells = [.. like._cells];
        _overlaps = [.. like._overlaps];
        (Total, LogFactorials) = (like.Total, like.LogFactorials);
    }

    public int Lists { get; }

    /// <summary>n as these counts have it.</summary>
    public double Total { get; private set; }

    /// <summary>Σ ln N_ω!, which the likelihood of BIC holds.</summary>
    public double LogFactorials { get; private set; }

    public ReadOnlySpan<double> Cells => _cells;

    /// <summary>N*_θ: cases on at least the lists θ.</summary>
    public ReadOnlySpan<double> Overlaps => _overlaps;

    public CellCounts Copy() => new(this);

    /// <summary>Takes other counts, of no more cases than the table had.</summary>
    public void Refill(ReadOnlySpan<int> counts)
    {
        for (var i = 0; i < _cells.Length; i++)
            _cells[i] = counts[i];
        Refresh();
    }

    /// <summary>Takes one case out of a combination, for the jackknife, or puts it back.</summary>
    public void Move(int history, int by)
    {
        _cells[history] += by;
        Refresh();
    }

    private void Refresh()
    {
        double logs = 0;
        foreach (var n in _cells)
            logs += _logFactorials[(int)n];
        LogFactorials = logs;
        _cells.CopyTo(_overlaps, 0);
        Lattice.SumOverSupersets(_overlaps);
        Total = _overlaps[0];
    }
}
