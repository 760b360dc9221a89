using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Queues;

/// <summary>
/// Erlang A (Palm 1957; Mandelbaum and Zeltyn 2007): callers who wait hang up after a time that is exponential like all else. Always stable; the figure
/// to plan by is how many are lost, not the mean wait, which those who gave up make look short.
/// </summary>
public sealed class ErlangA
{
    private readonly int _operators;
    private readonly double _calls;
    private readonly double _service;
    private readonly double _patience;
    private readonly List<double> _states = [];

    /// <param name="operators">1 or more.</param>
    /// <param name="callsPerSecond">Above 0.</param>
    /// <param name="handling">Mean seconds a call takes, above 0.</param>
    /// <param name="patience">Mean seconds until a waiting caller hangs up, above 0.</param>
    /// <exception cref="ArgumentException">Out of range.</exception>
    public ErlangA(int operators, double callsPerSecond, double handling, double patience)
    {
        Erlang.Check(operators, callsPerSecond * handling);
        if (!(callsPerSecond > 0 && handling > 0 && patience > 0))
            throw new ArgumentException("Calls, handling time and patience are above 0.");
        (_operators, _calls, _service, _patience) = (operators, callsPerSecond, 1 / handling, 1 / patience);
        // From the busiest state of no queue outwards, so that no power grows too large.
        double state = 1, sum = 1;
        List<double> below = [1];
        for (var k = operators; k >= 1; k--)
        {
            state *= k * _service / _calls;
            below.Add(state);
            sum += state;
        }

        below.Reverse();
        _states.AddRange(below);
        state = 1;
        for (var queue = 1; queue < 10_000_000; queue++)
        {
            state *= _calls / (operators * _service + queue * _patience);
            _states.Add(state);
            sum += state;
            if (state < 1e-18 * sum && _calls < operators * _service + queue * _patience)
                break;
        }

        for (var k = 0; k < _states.Count; k++)
            _states[k] /= sum;
        for (var k = operators; k < _states.Count; k++)
        {
            Wait += _states[k];
            MeanQueue += (k - operators) * _states[k];
        }
    }

    /// <summary>The share of calls that find all operators busy.</summary>
    public double Wait { get; }

    /// <summary>Callers waiting, on average.</summary>
    public double MeanQueue { get; }

    /// <summary>The share of calls that are lost because the caller hangs up.</summary>
    public double Abandon => _patience * MeanQueue / _calls;

    /// <summary>Mean seconds of waiting, of all calls, answered or lost.</summary>
    public double MeanWait => MeanQueue / _calls;

    /// <summary>The share of their time that operators talk.</summary>
    public double Occupancy => _calls * (1 - Abandon) / (_operators * _service);

    /// <summary>The share of all calls that are answered within <paramref name="seconds"/>.</summary>
    public double Within(double seconds)
    {
        double within = 1 - Wait;
        var (ratio, x) = (_operators * _service / _patience, -double.ExpM1(-_patience * seconds));
        for (var ahead = 0; _operators + ahead < _states.Count; ahead++)
        {
            // That all ahead are gone before the caller is, and in time: the race of exponential times is a beta integral.
            var front = LogGamma.Of(ratio + ahead + 1) - LogGamma.Of(ratio) - LogGamma.OfFactorial(ahead);
            var beta = LogGamma.OfFactorial(ahead) + LogGamma.Of(ratio + 1) - LogGamma.Of(ahead + 1 + ratio + 1);
            within += _states[_operators + ahead] * double.Exp(front + beta) * IncompleteBeta.Of(x, ahead + 1, ratio + 1);
        }

        return within;
    }
}
