using System.CommandLine;
using System.Diagnostics;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;
using Amparo.Statistics.Numerics;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats link</c></summary>
internal static class LinkCommand
{
    private const string What =
        """
        Which records are of one person: probabilistic record linkage (Fellegi and Sunter), learned from the file itself.
        One file: its records with each other. Two files with the same columns: records of one with records of the other, each with one partner at most.
        Exit code: 0 done, 1 stopped, 2 a file or an option is wrong.
        """;

    public static Command Make()
    {
        var command = new Command("link", What);
        command.Add(LinkOptions.Files);
        foreach (var option in LinkOptions.All)
            command.Add(option);
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, say => RunAsync(parsed, say, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TextWriter say, CancellationToken cancel)
    {
        var (table, options) = Read(parsed);
        var complain = parsed.InvocationConfiguration.Error;
        var watch = Stopwatch.StartNew();
        try
        {
            var running = new Running(parsed.GetValue(LinkOptions.Cores), null, cancel);
            // On a thread of its own: this one must be free to hear Ctrl-C.
            var result = await Task.Run(() => Linker.Link(table, options, running), cancel);
            await say.WriteLineAsync(parsed.GetValue(LinkOptions.Json)
                ? LinkJson.Write(table, result, options, watch.Elapsed)
                : LinkReport.Write(table, result, options, parsed.GetValue(LinkOptions.Explain)));
            if (parsed.GetValue(LinkOptions.Groups) is { } groups)
                await File.WriteAllLinesAsync(groups, LinkReport.Groups(table, result), cancel);
            return CommandHost.Done;
        }
        catch (OperationCanceledException)
        {
            await complain.WriteLineAsync("Stopped. Nothing was written.");
            return CommandHost.Refused;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefused($"The groups could not be written: {failure.Message}");
        }
    }

    private static (RecordTable Table, LinkageOptions Options) Read(ParseResult parsed)
    {
        var files = parsed.GetValue(LinkOptions.Files)!;
        var (options, roles) = (LinkOptions.Of(parsed), LinkOptions.RolesOf(parsed));
        var table = Read(files[0], roles);
        if (files.Length == 1)
            return (table, options);
        var second = Read(files[1], roles);
        if (!second.Columns.SequenceEqual(table.Columns, StringComparer.Ordinal))
            throw new CommandRefused($"{files[1]} has other columns than {files[0]}. Give both the same, in the same order.");
        return (table with { Rows = [.. table.Rows, .. second.Rows] }, options with { LaterFiles = [table.Rows.Count] });
    }

    private static RecordTable Read(string path, Dictionary<string, FieldRole> roles) => StatsRun.Read(path, file => RecordFile.Read(file, roles));
}
