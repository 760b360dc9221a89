using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>
/// Fits a hierarchical model by Newton's steps, which for the log link are those of IRLS, on one thread and without allocating. The moments are sums over supersets of
/// the means: the gradient at θ is N*_θ - μ*_θ, the information between θ and φ is μ*_(θ∪φ), so no design matrix is ever formed.
/// Sparse handling, existence and identifiability are those of Chan, Silverman and Vincent (2021): a term that no case shows is minus
/// infinity and takes its cells with it.
/// </summary>
internal sealed class LoglinearFitter
{
    private const int MostSteps = 400;
    private const int DoubtAfter = 14;
    private const double Settled = 1e-10;
    private const double SurelyAboveZero = 1e-6;

    private readonly Reduction _left;
    private readonly double[] _means;
    private readonly double[] _starMeans;
    private readonly double[] _predictor;
    private readonly double[] _alpha;
    private readonly NewtonSystem _newton;

    public LoglinearFitter(int lists)
    {
        var cells = 1 << lists;
        _left = new Reduction(lists);
        _means = new double[cells];
        _starMeans = new double[cells];
        _predictor = new double[cells];
        _alpha = new double[cells];
        _newton = new NewtonSystem(lists);
    }

    /// <summary>α by term mask, those that are minus infinity or absent as 0; length 2^t. The constant's exponential is the estimate of the unseen.</summary>
    public ReadOnlySpan<double> Alpha => _alpha;

    /// <summary>The fitted mean of each cell; 0 where a cell was dropped.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>Expected cases on at least the lists θ, by mask.</summary>
    public ReadOnlySpan<double> ExpectedOverlaps => _starMeans;

    /// <summary>Expected number of the unseen, exp(α_∅).</summary>
    public double Unseen => Elementary.Exp(_alpha[0]);

    /// <summary>The variance of α_∅ in the model (the inverse information's last entry).</summary>
    public double VarianceOfConstant => _newton.VarianceOfLast;

    /// <summary>Σ (N ln μ - μ), without Σ ln N!.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>The fit's code: 0 sound, 1 no finite estimate exists, 2 parameters not identifiable, 3 both. Only after 0 are the other figures there.</summary>
    /// <param name="counts">What was seen.</param>
    /// <param name="terms">The model's terms by mask: all its parts, and the constant last.</param>
    /// <param name="start">α by mask from a neighbouring fit, or empty for a start of its own.</param>
    public int Fit(CellCounts counts, ReadOnlySpan<int> terms, ReadOnlySpan<double> start)
    {
        _left.Apply(counts, terms);
        Start(counts, start);
        var last = double.NegativeInfinity;
        var isProven = false;
        for (var (step, halved) = (0, 0); step < MostSteps; step++)
        {
            Evaluate(counts);
            if (!(LogLikelihood >= last - 1e-10 * (1 + double.Abs(last))) && halved < 40)
            {
                halved++;
                Walk(-double.ScaleB(1, -halved));
                continue;
            }

            (last, halved) = (LogLikelihood, 0);
            var isRegular = _newton.Factor(_left.Active, _starMeans);
            var hasSettled = isRegular && Decrement(counts) < Settled;
            if (!isProven && (!isRegular || step >= DoubtAfter || (hasSettled && _left.Lowest(_means) <= SurelyAboveZero)))
            {
                if (_left.Check(counts) is var code and > 0)
                    return code;
                isProven = true;
            }

            if (hasSettled)
                return Finish(counts);
            if (!isRegular)
            {
                if (!_newton.Factor(_left.Active, _starMeans, isDamped: true))
                    break;
                Decrement(counts);
            }

            Walk(1);
        }

        throw new ArithmeticException($"A fit did not settle in {MostSteps} steps, though an estimate exists.");
    }

    // Steps converge quadratically: the last brings what is left of the decrement to its square.
    private int Finish(CellCounts counts)
    {
        Walk(1);
        Evaluate(counts);
        return 0;
    }

    private void Start(CellCounts counts, ReadOnlySpan<double> start)
    {
        if (!start.IsEmpty)
        {
            start.CopyTo(_predictor);
            _alpha.AsSpan().Clear();
            foreach (var term in _left.Active)
                _alpha[term] = _predictor[term];
            return;
        }

        // The first step of IRLS from μ = N + ½ : weights μ, working response ln μ + (N - μ)/μ.
        _alpha.AsSpan().Clear();
        for (var cell = 0; cell < _means.Length; cell++)
        {
            _means[cell] = _left.Kept[cell] * (counts.Cells[cell] + 0.5);
            _predictor[cell] = _left.Kept[cell] == 0 ? 0 : _means[cell] * Elementary.Log(_means[cell]) - 0.5;
        }

        _means.CopyTo(_starMeans, 0);
        Lattice.SumOverSupersets(_starMeans);
        Lattice.SumOverSupersets(_predictor);
        if (!_newton.Factor(_left.Active, _starMeans))
        {
            // Not identifiable, most likely: the exact check says so at the first step.
            _alpha[0] = Elementary.Log(counts.Total / _means.Length);
            return;
        }

        for (var i = 0; i < _left.Size; i++)
            _newton.Step[i] = _predictor[_left.Active[i]];
        _newton.Solve();
        Walk(1);
    }

    private void Evaluate(CellCounts counts)
    {
        _alpha.CopyTo(_predictor, 0);
        Lattice.SumOverSubsets(_predictor);
        Elementary.Exp(_predictor, _means);
        for (var cell = 0; cell < _means.Length; cell++)
            _means[cell] *= _left.Kept[cell];
        _means.CopyTo(_starMeans, 0);
        Lattice.SumOverSupersets(_starMeans);
        var sum = -_starMeans[0];
        foreach (var term in _left.Active)
            sum += _alpha[term] * counts.Overlaps[term];
        LogLikelihood = sum;
    }

    // How much the step could still gain, in units of twice the log-likelihood.
    private double Decrement(CellCounts counts)
    {
        double decrement = 0;
        for (var i = 0; i < _left.Size; i++)
            _newton.Step[i] = counts.Overlaps[_left.Active[i]] - _starMeans[_left.Active[i]];
        _newton.Solve();
        for (var i = 0; i < _left.Size; i++)
            decrement += _newton.Step[i] * (counts.Overlaps[_left.Active[i]] - _starMeans[_left.Active[i]]);
        return decrement;
    }

    private void Walk(double share)
    {
        for (var i = 0; i < _left.Size; i++)
            _alpha[_left.Active[i]] += share * _newton.Step[i];
    }
}
