using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>
/// Forward selection of pairs (Chan, Silverman and Vincent 2021): the pair whose overlap is least like what the fit so far expects is added,
/// while its p-value lies below the threshold and the model with it has a sound estimate. One for each thread; allocates nothing after the first use.
/// </summary>
internal sealed class StepwiseSearch : IReestimate
{
    private readonly double _threshold;
    private readonly int[] _pairs;
    private readonly LoglinearFitter _fitter;
    private readonly double[] _start;
    private readonly double[] _current;
    private readonly double[] _expected;
    private readonly double[] _p;
    private readonly bool[] _isIn;
    private readonly int[] _terms;
    private int _size;

    /// <param name="lists">t.</param>
    /// <param name="threshold">From 0 to 1.</param>
    /// <param name="start">α of the main effects in like counts, by mask, or empty.</param>
    public StepwiseSearch(int lists, double threshold, ReadOnlySpan<double> start)
    {
        _threshold = threshold;
        _fitter = new LoglinearFitter(lists);
        _pairs = [.. OverlapTable.PairsOf(lists)];
        _start = start.ToArray();
        _current = new double[1 << lists];
        _expected = new double[1 << lists];
        _p = new double[_pairs.Length];
        _isIn = new bool[_pairs.Length];
        _terms = new int[lists + _pairs.Length + 1];
    }

    public LoglinearFitter Fitter => _fitter;

    /// <summary>The pairs of the last search.</summary>
    public IEnumerable<int> Chosen => _pairs.Where((_, i) => _isIn[i]);

    /// <summary>The p-values of the pairs that were added, in that order; for the search on the data themselves.</summary>
    public List<double>? Steps { get; init; }

    /// <summary>α by mask of the model of the last search.</summary>
    public ReadOnlySpan<double> Alpha => _current;

    public void Estimate(CellCounts counts, Span<double> estimates) =>
        estimates[0] = Search(counts) == 0 ? counts.Total + Elementary.Exp(_current[0]) : double.NaN;

    /// <summary>Chooses and fits; the code of the main effects, since nothing unsound is ever added.</summary>
    public int Search(CellCounts counts)
    {
        _isIn.AsSpan().Clear();
        _size = 0;
        for (var list = 0; list < counts.Lists; list++)
            _terms[_size++] = 1 << list;
        _terms[_size++] = 0;
        if (_fitter.Fit(counts, _terms.AsSpan(0, _size), _start) is var code and > 0)
            return code;
        Keep();
        while (Add(counts))
            Keep();
        return 0;
    }

    private bool Add(CellCounts counts)
    {
        for (var i = 0; i < _pairs.Length; i++)
            _p[i] = _isIn[i] ? 1 : Unlikeliness(counts.Overlaps[_pairs[i]], _expected[_pairs[i]]);
        while (true)
        {
            var best = 0;
            for (var i = 1; i < _pairs.Length; i++)
            {
                if (_p[i] < _p[best])
                    best = i;
            }

            if (!(_p[best] < _threshold))
                return false;
            if (Fits(counts, _pairs[best]))
            {
                _isIn[best] = true;
                Steps?.Add(_p[best]);
                return true;
            }

            // Without a sound estimate the pair is no candidate in this step.
            _size--;
            _terms[_size - 1] = 0;
            _p[best] = 1;
        }
    }

    private bool Fits(CellCounts counts, int pair)
    {
        _terms[_size - 1] = pair;
        _terms[_size++] = 0;
        _current[pair] = counts.Overlaps[pair] > 0 ? Elementary.Log(counts.Overlaps[pair] / _expected[pair]) : 0;
        var code = _fitter.Fit(counts, _terms.AsSpan(0, _size), _current);
        _current[pair] = 0;
        return code == 0;
    }

    private void Keep()
    {
        _fitter.Alpha.CopyTo(_current);
        _fitter.ExpectedOverlaps.CopyTo(_expected);
    }

    private static double Unlikeliness(double seen, double expected) =>
        double.Min(PoissonTails.AtMost((int)seen, expected), PoissonTails.AtLeast((int)seen, expected));
}
