namespace Amparo.Statistics.Numerics;

/// <summary>How long work is run. Neither the cores nor the progress change a result.</summary>
/// <param name="Cores">How many to use; all of them when not said.</param>
/// <param name="Progress">Told the share that is done, from 0 to 1, from any thread and in no order.</param>
/// <param name="Cancel">Stops the work at the next resample, graph or sweep.</param>
public sealed record Running(int? Cores = null, IProgress<double>? Progress = null, CancellationToken Cancel = default)
{
    /// <summary>On all cores, without an end before its end.</summary>
    public static Running Freely { get; } = new();

    /// <summary>Does <paramref name="count"/> pieces that know nothing of each other; each thread has a desk of its own, made once.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal void Each<TDesk>(int count, Func<TDesk> makeDesk, Action<int, TDesk> work)
    {
        var done = 0;
        var options = new ParallelOptions { CancellationToken = Cancel, MaxDegreeOfParallelism = Cores ?? Environment.ProcessorCount };
        Parallel.For(0, count, options, makeDesk, (piece, _, desk) =>
        {
            work(piece, desk);
            var sofar = Interlocked.Increment(ref done);
            if (Progress is not null && (sofar % 16 == 0 || sofar == count))
                Progress.Report((double)sofar / count);
            return desk;
        }, _ => { });
    }
}
