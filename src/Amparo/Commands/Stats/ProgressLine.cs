using System.Diagnostics;

namespace Amparo.Commands.Stats;

/// <summary>Says on the error stream how far long work is: nothing in the first two seconds, and then once a second at most.</summary>
internal sealed class ProgressLine(string what, TextWriter complain) : IProgress<double>
{
    private readonly Lock _gate = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private double _next = 2;
    private double _highest;

    public void Report(double value)
    {
        lock (_gate)
        {
            _highest = double.Max(_highest, value);
            if (_watch.Elapsed.TotalSeconds < _next)
                return;
            _next = _watch.Elapsed.TotalSeconds + 1;
            complain.WriteLine(FormattableString.Invariant($"{what}: {_highest:P0}"));
        }
    }
}
