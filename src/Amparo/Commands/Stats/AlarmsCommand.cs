using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;
using Amparo.Statistics.Trends.Surveillance;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats alarms</c></summary>
internal static class AlarmsCommand
{
    private const string What =
        """
        Weeks in which more cases came than the weeks before let expect: EARS, CUSUM or Farrington.
        The file has a header and a line for each week in order, with a column of cases; a week without cases is a line with 0.
        Exit code: 0 done (with or without alarms), 1 stopped, 2 the file or an option is wrong.
        """;

    private static readonly string[] Known = ["ears-c1", "ears-c2", "ears-c3", "cusum", "cusum-seasonal", "farrington"];
    private static readonly Option<string> Method = new("--method") { Description = $"{string.Join(", ", Known)}. docs/methods/surveillance.md says which when.", DefaultValueFactory = _ => "farrington" };
    private static readonly Option<string?> Count = new("--count") { Description = "The column of cases. Else guessed (n, count, casos …), else the last." };
    private static readonly Option<int?> From = new("--from") { Description = "The first week that is judged, from 1. Else the first that the method can judge; for CUSUM the third year's first." };
    private static readonly Option<double?> Alpha = new("--alpha") { Description = "EARS and Farrington: how rarely a quiet week alarms. Else 0.001, 0.025 for C3, 0.01 for Farrington." };

    public static Command Make()
    {
        var command = new Command("alarms", What) { StatsRun.File, Method, Count, From, Alpha, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, () => Say(parsed), cancel));
        return command;
    }

    private static string Say(ParseResult parsed)
    {
        var method = parsed.GetValue(Method)!;
        var counts = StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => Counts(SheetFile.Read(text), parsed.GetValue(Count)));
        var judged = Judge(method, counts, parsed.GetValue(From), parsed.GetValue(Alpha));
        if (parsed.GetValue(StatsRun.AsJson))
        {
            return JsonSerializer.Serialize(new
            {
                method,
                weeks = judged.Select(week => new { week = week.Time, observed = week.Observed, bound = week.Bound, alarm = week.IsAlarm }),
            }, StatsRun.Json);
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"week",5} {"cases",6} {"usual at most",14}");
        foreach (var week in judged.Where(week => week.IsAlarm))
            text.AppendLine(CultureInfo.InvariantCulture, $"{week.Time,5} {week.Observed,6} {week.Bound,14:0.0}");
        var alarms = judged.Count(week => week.IsAlarm);
        return text.AppendLine().Append(CultureInfo.InvariantCulture,
            $"{alarms} of {judged.Count} weeks alarm ({method}). An alarm is a reason to look, not a finding: more reports can be a campaign, a new form or a holiday.").ToString();
    }

    private static IReadOnlyList<Judged> Judge(string method, int[] counts, int? from, double? alpha)
    {
        if (alpha is not null && method.StartsWith("cusum", StringComparison.Ordinal))
            throw new CommandRefused("--alpha is for EARS and Farrington; CUSUM has none.");
        var ears = new EarsOptions(method switch { "ears-c2" => EarsMethod.C2, "ears-c3" => EarsMethod.C3, _ => EarsMethod.C1 }, Alpha: alpha);
        var farrington = new FarringtonOptions(Alpha: alpha ?? 0.01);
        var cusum = new CusumOptions(IsSeasonal: method == "cusum-seasonal");
        var first = from ?? method switch { "farrington" => Farrington.First(farrington), "cusum" or "cusum-seasonal" => 2 * cusum.Period + 1, _ => Ears.Before(ears) + 1 };
        if (first > counts.Length)
            throw new CommandRefused($"The file has {counts.Length} weeks; {method} judges from week {first} on. Take a method that needs less history (ears-c1), or another --from.");
        return method switch
        {
            "ears-c1" or "ears-c2" or "ears-c3" => Ears.Judge(counts, first, ears),
            "cusum" or "cusum-seasonal" => Cusum.Judge(counts, first, cusum),
            "farrington" => Farrington.Judge(counts, first, farrington),
            _ => throw new CommandRefused($"There is no method {method}. There are: {string.Join(", ", Known)}."),
        };
    }

    private static int[] Counts(SheetFile sheet, string? asked)
    {
        var column = NumberColumns.OfCounts(sheet, asked);
        return [.. sheet.Lines.Select(line => int.TryParse(line.Cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value : throw new TableFault(line.Number, column + 1, $"{sheet.Names[column]} holds “{line.Cells[column]}”; a number of cases is whole and 0 or more. Name the column with --count."))];
    }
}
