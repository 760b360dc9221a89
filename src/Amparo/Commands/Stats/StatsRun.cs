using System.CommandLine;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Commands.Stats;

/// <summary>What the methods on files share: reading with a sentence where it fails, and being stopped.</summary>
internal static class StatsRun
{
    public static Argument<string> File { get; } = new("FILE") { Description = "The file (CSV)." };

    public static Option<bool> AsJson { get; } = new("--json") { Description = "JSON for programs." };

    /// <summary>Runs the method on a thread of its own, so that this one hears Ctrl-C, and writes what it says.</summary>
    public static Task<int> RunAsync(ParseResult parsed, Func<StatsReport, string> say, CancellationToken cancel) => CommandHost.RunAsync(parsed, async output =>
    {
        try
        {
            var report = new StatsReport(parsed);
            await output.WriteLineAsync(await Task.Run(() => say(report), cancel));
            return CommandHost.Done;
        }
        catch (OperationCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Stopped. Nothing was written.");
            return CommandHost.Refused;
        }
        catch (ArgumentException wrong)
        {
            throw new CommandRefused(wrong.Message.Split(" (Parameter", 2)[0]);
        }
    });

    /// <exception cref="CommandRefused">The file cannot be read, or is not what it should be.</exception>
    public static T Read<T>(string path, Func<TextReader, T> read)
    {
        try
        {
            using var file = System.IO.File.OpenText(path);
            return read(file);
        }
        catch (TableFault fault)
        {
            throw new CommandRefused($"{path}: {fault.Message}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"{path} cannot be read: {failure.Message}");
        }
    }

    /// <exception cref="CommandRefused">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            System.IO.File.WriteAllText(path, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"{path} cannot be written: {failure.Message}");
        }
    }

    public static string[] Names(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
