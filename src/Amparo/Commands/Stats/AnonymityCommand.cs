using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Anonymity;
using Amparo.Statistics.Disclosure.Files;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats anonymity</c></summary>
internal static class AnonymityCommand
{
    private const string What =
        """
        Combinations of values that fewer than k records share; with --released, those of a table to be published that fewer than k of the original records share.
        The file has a header and a line for each person; an empty cell says nothing.
        Exit code: 0 there is none, 1 stopped or there are some, 2 a file or an option is wrong.
        """;

    private static readonly Option<int> Length = new("--length") { Description = "How many values are combined at most.", DefaultValueFactory = _ => 3 };
    private static readonly Option<string?> Columns = new("--columns") { Description = "The columns that are combined, with commas. Else all." };
    private static readonly Option<string?> Released = new("--released") { Description = "Records to be published: their combinations are looked for in FILE." };

    public static Command Make()
    {
        var command = new Command("anonymity", What) { StatsRun.File, DisclosureOptions.K, Length, Columns, Released, StatsRun.AsJson };
        command.SetAction(async (parsed, cancel) =>
        {
            var safe = true;
            var code = await StatsRun.RunAsync(parsed, report => Say(parsed, report, out safe, cancel), cancel);
            return code == CommandHost.Done && !safe ? CommandHost.Refused : code;
        });
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report, out bool safe, CancellationToken cancel)
    {
        var (k, length) = (parsed.GetValue(DisclosureOptions.K), parsed.GetValue(Length));
        var original = Records(parsed.GetValue(StatsRun.File)!, parsed.GetValue(Columns));
        var rare = parsed.GetValue(Released) is { } released
            ? KAnonymity.Leaks(original, Records(released, parsed.GetValue(Columns)), k, length, cancel)
            : KAnonymity.Rare(original, k, length, cancel);
        safe = rare.Count == 0;
        if (parsed.GetValue(StatsRun.AsJson))
        {
            return report.Json(1, new
            {
                k,
                length,
                records = original.Records.Count,
                rare = rare.Select(one => new { values = one.Values.Select(value => new { column = value.Column, value = value.Value }), records = one.Records }),
            });
        }

        if (safe)
            return string.Create(CultureInfo.InvariantCulture, $"No combination of up to {length} values is shared by fewer than {k} of {original.Records.Count:N0} records.");
        var text = new StringBuilder();
        foreach (var one in rare)
            text.AppendLine(CultureInfo.InvariantCulture, $"{one.Records,4}  {one}");
        return text.Append(CultureInfo.InvariantCulture, $"{rare.Count:N0} combinations are shared by fewer than {k} of {original.Records.Count:N0} records.").ToString();
    }

    private static RecordTable Records(string path, string? columns) => StatsRun.Read(path, text =>
    {
        var sheet = SheetFile.Read(text);
        int[] kept = columns is null ? [.. Enumerable.Range(0, sheet.Names.Count)] : [.. StatsRun.Names(columns).Select(sheet.Column)];
        return new RecordTable([.. kept.Select(column => sheet.Names[column])], [.. sheet.Lines.Select(line => (string[])[.. kept.Select(column => line.Cells[column])])]);
    });
}
