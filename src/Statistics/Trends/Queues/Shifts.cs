namespace Amparo.Statistics.Trends.Queues;

/// <summary>A stretch of the day with one rate and one crew, such as a quarter of an hour.</summary>
/// <param name="Seconds">How long it lasts.</param>
/// <param name="Calls">Calls expected in it.</param>
/// <param name="Operators">At the line; 0 where nobody is.</param>
public sealed record Stretch(double Seconds, double Calls, int Operators);

/// <summary>What happens in a stretch, on average.</summary>
/// <param name="Lost">Calls whose callers hang up.</param>
/// <param name="Wait">The share of arriving calls that find nobody free.</param>
/// <param name="MeanQueue">Callers waiting.</param>
/// <param name="Busy">Operators talking.</param>
public sealed record StretchOutlook(double Lost, double Wait, double MeanQueue, double Busy);

/// <summary>
/// Erlang A through a day whose rates and crews change: the probabilities of each number of callers, carried from stretch to stretch by uniformisation (Jensen 1953), exact but for
/// what is cut off below 1e-12. Whose shift ends hands the call over: it waits like a new one.
/// </summary>
public sealed class Shifts
{
    private const double MostJumps = 200;
    private readonly double _service;
    private readonly double _patience;

    /// <param name="handling">Mean seconds a call takes.</param>
    /// <param name="patience">Mean seconds until a waiting caller hangs up.</param>
    /// <exception cref="ArgumentException">Not above 0.</exception>
    public Shifts(double handling, double patience)
    {
        if (!(handling > 0 && patience > 0))
            throw new ArgumentException("Handling time and patience are above 0.");
        (_service, _patience) = (1 / handling, 1 / patience);
    }

    /// <summary>Follows the day from an empty line.</summary>
    /// <param name="day">Stretches in order.</param>
    /// <exception cref="ArgumentException">A stretch without length, or calls or operators below 0.</exception>
    public IReadOnlyList<StretchOutlook> Follow(IReadOnlyList<Stretch> day)
    {
        if (day.Any(stretch => !(stretch.Seconds > 0 && stretch.Calls >= 0) || stretch.Operators < 0))
            throw new ArgumentException("A stretch lasts more than 0 seconds; calls and operators are 0 or more.", nameof(day));
        // Were nobody at the line, as many would wait as come within a patience; the number in the line is never stochastically more than that and all operators.
        var most = day.Max(stretch => stretch.Calls / stretch.Seconds) / _patience;
        var probabilities = new double[(int)(day.Max(stretch => stretch.Operators) * 2 + most + 12 * double.Sqrt(most) + 40)];
        probabilities[0] = 1;
        List<StretchOutlook> outlooks = [];
        foreach (var stretch in day)
        {
            var spent = new double[probabilities.Length];
            var rate = stretch.Calls / stretch.Seconds + stretch.Operators * _service + probabilities.Length * _patience;
            var parts = (int)double.Ceiling(rate * stretch.Seconds / MostJumps);
            for (var part = 0; part < parts; part++)
                probabilities = Jump(probabilities, spent, stretch, rate, stretch.Seconds / parts);
            outlooks.Add(Outlook(spent, stretch));
        }

        return outlooks;
    }

    // A Poisson number of jumps of the uniformised chain; what is spent in each state on the way is gathered.
    private double[] Jump(double[] from, double[] spent, Stretch stretch, double rate, double seconds)
    {
        var (to, current, next) = (new double[from.Length], (double[])[.. from], new double[from.Length]);
        var (mean, weight) = (rate * seconds, double.Exp(-rate * seconds));
        var beyond = 1 - weight;
        for (var jumps = 0; ; jumps++)
        {
            for (var k = 0; k < to.Length; k++)
            {
                to[k] += weight * current[k];
                spent[k] += double.Max(0, beyond) / rate * current[k];
            }

            if (jumps > mean && beyond < 1e-14)
                return to;
            Array.Clear(next);
            for (var k = 0; k < next.Length; k++)
            {
                var up = k + 1 < next.Length ? stretch.Calls / stretch.Seconds / rate : 0;
                var down = (int.Min(k, stretch.Operators) * _service + int.Max(0, k - stretch.Operators) * _patience) / rate;
                next[k] += (1 - up - down) * current[k];
                if (up > 0)
                    next[k + 1] += up * current[k];
                if (k > 0)
                    next[k - 1] += down * current[k];
            }

            (current, next) = (next, current);
            weight *= mean / (jumps + 1);
            beyond -= weight;
        }
    }

    private StretchOutlook Outlook(double[] spent, Stretch stretch)
    {
        double queue = 0, full = 0, busy = 0;
        for (var k = 0; k < spent.Length; k++)
        {
            queue += int.Max(0, k - stretch.Operators) * spent[k];
            busy += int.Min(k, stretch.Operators) * spent[k];
            full += k >= stretch.Operators ? spent[k] : 0;
        }

        return new StretchOutlook(_patience * queue, full / stretch.Seconds, queue / stretch.Seconds, busy / stretch.Seconds);
    }
}
