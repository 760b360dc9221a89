using System.Diagnostics;

namespace Amparo.Load;

/// <summary>Asks at a fixed rate whatever the answers do, so that a slow answer does not hide the wait of those behind it.</summary>
internal static class Rate
{
    public static async Task<ILookup<string, double>> RunAsync(IReadOnlyList<(string Page, Func<Task> AskAsync)> asks, int perSecond, TimeSpan lasting)
    {
        var all = (int)(perSecond * lasting.TotalSeconds);
        var between = TimeSpan.FromSeconds(1.0 / perSecond);
        var began = Stopwatch.GetTimestamp();
        var answers = new Task<(string Page, double Milliseconds)>[all];
        for (var i = 0; i < all; i++)
        {
            var due = between * i;
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            var (page, ask) = asks[i % asks.Count];
            answers[i] = AnswerAsync(page, ask);
        }
        return (await Task.WhenAll(answers)).ToLookup(a => a.Page, a => a.Milliseconds);

        static async Task<(string, double)> AnswerAsync(string page, Func<Task> ask)
        {
            var from = Stopwatch.GetTimestamp();
            await ask();
            return (page, Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
    }
}
