using System.Diagnostics;

namespace Amparo.WritePath;

/// <summary>Something that writes contacts: each writer durably one after the other.</summary>
internal interface IWriting : IAsyncDisposable
{
    /// <summary>One writer's act: writes one contact and returns when it is durable.</summary>
    Task<Func<Task>> WriterAsync();
}

/// <summary>What one run reached; times in milliseconds.</summary>
internal sealed record Figures(double PerSecond, double P50, double P99, double Max);

/// <summary>Lets a number of writers write side by side for a while.</summary>
internal static class Load
{
    public static async Task<Figures> RunAsync(IWriting writing, int writers, double seconds)
    {
        List<Func<Task>> acts = [];
        for (var i = 0; i < writers; i++)
            acts.Add(await writing.WriterAsync());
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(acts.Select(act => Task.Factory.StartNew(() => WriteAsync(act, start, seconds), TaskCreationOptions.LongRunning).Unwrap()));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var all = times.SelectMany(t => t).Order().ToArray();
        return new Figures(all.Length / elapsed, all[all.Length / 2], all[(int)(all.Length * 0.99)], all[^1]);
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
