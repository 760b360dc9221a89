using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Trends.Queues;

/// <summary>One simulated day, by stretch.</summary>
/// <param name="Calls">That came.</param>
/// <param name="Lost">Whose callers hung up.</param>
/// <param name="Waited">That found nobody free.</param>
public sealed record SimulatedStretch(int Calls, int Lost, int Waited);

/// <summary>
/// The line call by call: each has a time of arrival, of patience and of talk of its own, and callers are answered in the order they came. Knows nothing of the
/// formulas it is compared with.
/// </summary>
public static class LineSimulation
{
    /// <summary>Plays a day from an empty line.</summary>
    /// <param name="day">Stretches in order.</param>
    /// <param name="handling">Mean seconds a call takes, above 0.</param>
    /// <param name="patience">Mean seconds until a waiting caller hangs up, above 0.</param>
    /// <param name="random">The day's stream.</param>
    public static IReadOnlyList<SimulatedStretch> Play(IReadOnlyList<Stretch> day, double handling, double patience, RandomStream random)
    {
        List<double> ends = [];
        List<double> waiting = [];
        List<SimulatedStretch> played = [];
        double now = 0, end = 0;
        foreach (var stretch in day)
        {
            var (start, calls, lost, waited) = (end, 0, 0, 0);
            (now, end) = (start, start + stretch.Seconds);
            // Whose operator leaves waits like a new caller: who began last, for that says nothing of how long the call still takes.
            while (ends.Count > stretch.Operators)
            {
                ends.RemoveAt(ends.Count - 1);
                waiting.Insert(0, now + Exponential(patience));
            }

            for (var arrival = Next(now); ;)
            {
                while (waiting.Count > 0 && ends.Count < stretch.Operators)
                {
                    waiting.RemoveAt(0);
                    ends.Add(now + Exponential(handling));
                }

                var hangUp = waiting.Count > 0 ? waiting.Min() : double.PositiveInfinity;
                var free = ends.Count > 0 ? ends.Min() : double.PositiveInfinity;
                now = double.Min(double.Min(arrival, end), double.Min(hangUp, free));
                if (now >= end)
                    break;
                if (now == arrival)
                {
                    calls++;
                    waited += ends.Count >= stretch.Operators ? 1 : 0;
                    waiting.Add(now + Exponential(patience));
                    arrival = Next(now);
                }
                else if (now == hangUp)
                {
                    waiting.Remove(hangUp);
                    lost++;
                }
                else
                    ends.Remove(free);
            }

            played.Add(new SimulatedStretch(calls, lost, waited));

            double Next(double from) => stretch.Calls > 0 ? from + Exponential(stretch.Seconds / stretch.Calls) : double.PositiveInfinity;
        }

        return played;

        double Exponential(double mean) => -mean * Elementary.Log(random.Uniform());
    }
}
