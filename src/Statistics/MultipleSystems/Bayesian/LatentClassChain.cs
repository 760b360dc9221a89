using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>
/// One chain of Gibbs sweeps: cases are given to classes, then the unseen are drawn, each class's chance to be on each list, the classes' sizes and how many there tend to be.
/// Allocates nothing while it sweeps.
/// </summary>
internal sealed class LatentClassChain
{
    // Priors of Manrique-Vallier (2016): Beta(1, 1) for each chance, Gamma(1/4, 1/4) for the concentration.
    private const double PriorOfConcentration = 0.25;
    private const double Smallest = 1e-300;
    private readonly OverlapTable _table;
    private readonly int[] _observed;
    private readonly LatentClassOptions _options;
    private readonly RandomStream _random;
    private readonly double[] _sizes;
    private readonly double[] _chances;
    private readonly double[] _shares;
    private readonly int[] _cases;
    private readonly int[] _listed;
    private readonly int _lists;
    private double _concentration = 1;

    public LatentClassChain(OverlapTable table, LatentClassOptions options, RandomStream random)
    {
        (_table, _observed, _options, _random, _lists) = (table, [.. table.Observed], options, random, table.Lists.Count);
        (_sizes, _shares, _cases) = (new double[options.Classes], new double[options.Classes], new int[options.Classes]);
        (_chances, _listed) = (new double[options.Classes * _lists], new int[options.Classes * _lists]);
        for (var i = 0; i < _chances.Length; i++)
            _chances[i] = random.Uniform();
        DrawSizes();
    }

    /// <summary>Cases on no list, as drawn last.</summary>
    public int Unseen { get; private set; }

    public void Sweep()
    {
        Array.Clear(_cases);
        Array.Clear(_listed);
        foreach (var history in _observed)
            Give(history, _table.Counts[history]);
        DrawUnseen();
        Give(0, Unseen);
        DrawChances();
        DrawSizes();
    }

    // A case with this history belongs to a class the likelier, the larger the class and the likelier such a history there.
    private double Weigh(int history)
    {
        double sum = 0;
        for (var k = 0; k < _sizes.Length; k++)
        {
            var likely = _sizes[k];
            for (var list = 0; list < _lists; list++)
            {
                var chance = _chances[k * _lists + list];
                likely *= (history >> list & 1) == 1 ? chance : 1 - chance;
            }

            sum += _shares[k] = likely;
        }

        return sum;
    }

    private void Give(int history, int count)
    {
        var rest = Weigh(history);
        for (var k = 0; k < _sizes.Length && count > 0; k++)
        {
            var given = k == _sizes.Length - 1 ? count : _random.Binomial(count, double.Clamp(_shares[k] / double.Max(rest, Smallest), 0, 1));
            rest -= _shares[k];
            count -= given;
            _cases[k] += given;
            for (var list = 0; list < _lists; list++)
                _listed[k * _lists + list] += (history >> list & 1) == 1 ? given : 0;
        }
    }

    // With a prior of 1/N the unseen are negative binomial: n seen, each with the chance to be seen (a Poisson draw whose mean is a gamma draw).
    private void DrawUnseen()
    {
        var unseen = double.Min(Weigh(0), 1 - 1e-12);
        var most = _options.MostUnseen * _table.Total;
        for (var tries = 0; tries < 1000; tries++)
        {
            var mean = _random.Gamma(_table.Total) * unseen / (1 - unseen);
            if (mean < 2 * most && _random.Poisson(mean) is var drawn && drawn <= most)
            {
                Unseen = drawn;
                return;
            }
        }
    }

    private void DrawChances()
    {
        for (var k = 0; k < _sizes.Length; k++)
        {
            for (var list = 0; list < _lists; list++)
            {
                var listed = _listed[k * _lists + list];
                _chances[k * _lists + list] = _random.Beta(1 + listed, 1 + _cases[k] - listed);
            }
        }
    }

    // Sticks are broken off what is left (Sethuraman 1994); the fewer large pieces, the smaller the concentration that is drawn then.
    private void DrawSizes()
    {
        var (later, left, logarithm) = (0, 1.0, 0.0);
        foreach (var cases in _cases)
            later += cases;
        for (var k = 0; k < _sizes.Length - 1; k++)
        {
            later -= _cases[k];
            var piece = _random.Beta(1 + _cases[k], _concentration + later);
            _sizes[k] = left * piece;
            left *= 1 - piece;
            logarithm += Elementary.Log(double.Max(1 - piece, Smallest));
        }

        _sizes[^1] = left;
        _concentration = double.Max(_random.Gamma(PriorOfConcentration + _sizes.Length - 1) / (PriorOfConcentration - logarithm), 1e-6);
    }
}
