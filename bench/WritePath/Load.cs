using System.Diagnostics;

namespace Amparo.WritePath;

/// <summary>Something that writes contacts: each writer durably one after the other.</summary>
internal interface IWriting : IAsyncDisposable
{
    /// <summary>Each writer's act: writes one contact and returns when it is durable.</summary>
    Task<IReadOnlyList<Func<Task>>> WritersAsync(int count);
}

/// <summary>What one run reached: how long it took, our processor time in it, how long each write took, in milliseconds and in order.</summary>
internal sealed record Figures(double Elapsed, double Processor, double[] Times)
{
    public double PerSecond => Times.Length / Elapsed * 1000;

    public double ProcessorPerWrite => Processor / Times.Length;

    public double P50 => Times[Times.Length / 2];

    public double P99 => Times[(int)(Times.Length * 0.99)];

    public double Max => Times[^1];

    public static Figures Of(IReadOnlyList<Figures> parts) =>
        new(parts.Sum(p => p.Elapsed), parts.Sum(p => p.Processor), [.. parts.SelectMany(p => p.Times).Order()]);
}

/// <summary>Lets a number of writers write side by side for a while.</summary>
internal static class Load
{
    public static async Task<Figures> RunAsync(IWriting writing, int writers, double seconds)
    {
        var acts = await writing.WritersAsync(writers);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(acts.Select(act => Task.Run(() => WriteAsync(act, start, seconds))));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new Figures(elapsed, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, [.. times.SelectMany(t => t).Order()]);
    }

    private static async Task<List<double>> WriteAsync(Func<Task> act, long start, double seconds)
    {
        List<double> times = [];
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            var begun = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return times;
    }
}
