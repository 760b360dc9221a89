using System.CommandLine;
using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Encoding;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats encode-link</c></summary>
internal static class EncodeLinkCommand
{
    private const string What =
        """
        Which encoded records are of one person, without the key: by fields as in clear text (amparo stats link), or whole records by how alike they are.
        One file: its records with each other. Two or more of one key: records of each with records of the others, each with one partner at most in another file.
        Exit code: 0 done, 1 stopped, 2 a file or an option is wrong.
        """;

    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files of encodings (amparo stats encode).", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<double> Dice = new("--dice") { Description = "Of whole records: the likeness from which two are one person.", DefaultValueFactory = _ => new WholeRecordOptions().Threshold };

    public static Command Make()
    {
        var command = new Command("encode-link", What) { Files, Dice };
        foreach (var option in LinkOptions.All.Except([LinkOptions.Fields]))
            command.Add(option);
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, say => RunAsync(parsed, say, cancel)));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, TextWriter say, CancellationToken cancel)
    {
        var (table, laterFiles) = Join([.. parsed.GetValue(Files)!.Select(EncodeOptions.Read)]);
        var options = LinkOptions.Of(parsed) with { LaterFiles = laterFiles };
        if (table.Options.Kind == EncodingKind.Fields)
            return LinkRun.RunAsync(parsed, say, table.Records, options, running => EncodedLinker.Link(table, options, running), cancel);
        var dice = parsed.GetValue(Dice);
        return dice is > 0 and <= 1
            ? WholeRecordRun.RunAsync(parsed, say, table, new WholeRecordOptions(dice, double.Min(dice, new WholeRecordOptions().Review), laterFiles), cancel)
            : throw new CommandRefused("--dice is above 0 and at most 1.");
    }

    private static (EncodedTable Table, IReadOnlyList<int> LaterFiles) Join(IReadOnlyList<EncodedTable> tables)
    {
        try
        {
            return EncodedTables.Join(tables) is { Table.Records.Rows.Count: >= 2 } joined ? joined : throw new CommandRefused("There are fewer than two records: there is nothing to link.");
        }
        catch (ArgumentException wrong)
        {
            throw new CommandRefused(wrong.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
