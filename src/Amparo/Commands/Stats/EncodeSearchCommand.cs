using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Linkage.Encoding;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats encode-search</c></summary>
internal static class EncodeSearchCommand
{
    private const string What =
        """
        The encodings of FILE that are likest to each of QUERY, by their Dice coefficient. Both hold whole records (amparo stats encode --kind record) of one key.
        Every encoding is looked at: nothing is missed. Without the key nothing can be asked that was not encoded by who has it.
        Exit code: 0 done, 1 stopped, 2 a file or an option is wrong.
        """;

    private static readonly Argument<string> Query = new("QUERY") { Description = "One or many encoded records." };

    public static Command Make()
    {
        var command = new Command("encode-search", What) { StatsRun.File, Query, EncodeOptions.Top, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report, cancel), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report, CancellationToken cancel)
    {
        if (parsed.GetValue(EncodeOptions.Top) is not (>= 1 and var top))
            throw new CommandRefused("--top is 1 or more.");
        var (file, query) = (EncodeOptions.Read(parsed.GetValue(StatsRun.File)!), EncodeOptions.Read(parsed.GetValue(Query)!));
        if (file.Options.Kind != EncodingKind.Record)
            throw new CommandRefused("Only encodings of whole records can be searched. Encode with: --kind record");
        EncodedTables.Join([file, query]);
        var (set, asked) = (file.Pack(), query.Pack());
        var found = Enumerable.Range(0, asked.Count).Select(record =>
        {
            cancel.ThrowIfCancellationRequested();
            return (Id: query.Records.IdOf(record), Nearest: set.Nearest(asked.Of(record), top));
        }).ToList();
        return parsed.GetValue(StatsRun.AsJson) ? report.Json(1, Json(file, found)) : Text(file, found);
    }

    private static string Text(EncodedTable file, List<(string Id, IReadOnlyList<Neighbour> Nearest)> found)
    {
        var text = new StringBuilder();
        foreach (var (id, nearest) in found)
        {
            text.AppendLine(id);
            foreach (var one in nearest)
                text.AppendLine(CultureInfo.InvariantCulture, $"  {one.Dice:0.0000}  {file.Records.IdOf(one.Record)}");
        }

        return text.ToString().TrimEnd();
    }

    private static object Json(EncodedTable file, List<(string Id, IReadOnlyList<Neighbour> Nearest)> found) => new
    {
        records = file.Records.Rows.Count,
        key = file.Key,
        queries = found.Select(of => new { record = of.Id, nearest = of.Nearest.Select(one => new { record = file.Records.IdOf(one.Record), dice = double.Round(one.Dice, 9) }) }),
    };
}
