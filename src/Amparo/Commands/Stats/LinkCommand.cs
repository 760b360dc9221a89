using System.CommandLine;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;

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

    private static Task<int> RunAsync(ParseResult parsed, TextWriter say, CancellationToken cancel)
    {
        var (table, options) = Read(parsed);
        return LinkRun.RunAsync(parsed, say, table, options, running => Linker.Link(table, options, running), cancel);
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
