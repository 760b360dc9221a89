using System.CommandLine;
using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Files;
using Amparo.Statistics.MultipleSystems.Panels;
using Amparo.Statistics.Numerics;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats mse</c></summary>
internal static class MseCommand
{
    private const string What =
        """
        How many people none of the lists has seen: multiple systems estimation by several methods, and whether what they say may be quoted.
        The file has a header, and a line for each combination of lists (1 or 0 in each list's column) with its number of cases, or a line for each case.
        Exit code: 0 done (whatever the verdict), 1 stopped, 2 the file or an option is wrong.
        """;

    public static Command Make()
    {
        var command = new Command("mse", What);
        foreach (var option in MseOptions.All)
            command.Add(option);
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, say => RunAsync(parsed, say, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TextWriter say, CancellationToken cancel)
    {
        var (table, options) = (Read(parsed), MseOptions.Of(parsed));
        var complain = parsed.InvocationConfiguration.Error;
        var report = new StatsReport(parsed);
        try
        {
            var running = new Running(parsed.GetValue(MseOptions.Cores), new ProgressLine("mse", complain), cancel);
            // On a thread of its own: this one must be free to hear Ctrl-C.
            var verdict = await Task.Run(() => Panel.Ask(table, options, running), cancel);
            await say.WriteLineAsync(parsed.GetValue(MseOptions.Json)
                ? report.Json(1, MseJson.Of(table, verdict, options))
                : MseTable.Write(table, verdict));
            if (parsed.GetValue(MseOptions.Svg) is { } picture)
                await File.WriteAllTextAsync(picture, PanelPicture.Draw(verdict), cancel);
            return CommandHost.Done;
        }
        catch (OperationCanceledException)
        {
            await complain.WriteLineAsync("Stopped. Nothing was written.");
            return CommandHost.Refused;
        }
        catch (ArgumentException wrong)
        {
            throw new CommandRefused(wrong.Message.Split(" (Parameter", 2)[0]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"The picture could not be written: {failure.Message}");
        }
    }

    private static OverlapTable Read(ParseResult parsed) =>
        StatsRun.Read(parsed.GetValue(MseOptions.Input)!, file => OverlapFile.Read(file, MseOptions.LayoutOf(parsed)));
}
