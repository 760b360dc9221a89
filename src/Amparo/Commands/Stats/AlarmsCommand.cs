using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Trends.Surveillance;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats alarms</c></summary>
internal static class AlarmsCommand
{
    private const string What =
        """
        Weeks in which more cases came than the weeks before let expect: EARS, CUSUM or Farrington; or days, with EARS and --weekdays.
        The file has a header and a line for each week (or day) in order, with a column of cases; one without cases is a line with 0.
        Exit code: 0 done (with or without alarms), 1 stopped, 2 the file or an option is wrong.
        """;

    private static readonly string[] Known = ["ears-c1", "ears-c2", "ears-c3", "cusum", "cusum-seasonal", "farrington", "farrington-flexible"];
    private static readonly Option<string> Method = new("--method") { Description = $"{string.Join(", ", Known)}. docs/methods/surveillance.md says which when.", DefaultValueFactory = _ => "farrington" };
    private static readonly Option<string?> Count = new("--count") { Description = "The column of cases. Else guessed (n, count, casos …), else the last." };
    private static readonly Option<int?> From = new("--from") { Description = "The first week that is judged, from 1. Else the first that the method can judge; for CUSUM the third year's first." };
    private static readonly Option<double?> Alpha = new("--alpha") { Description = "EARS and Farrington: how rarely a quiet week alarms. Else 0.001, 0.025 for C3, 0.01 (both sides) for Farrington, 0.005 for the flexible." };
    private static readonly Option<int?> Weekdays = new("--weekdays") { Description = "EARS on daily counts: learn the rhythm of weekdays from so many weeks, as 8." };
    private static readonly Option<FlexibleBound> Bound = new("--bound") { Description = "The flexible Farrington: of which distribution the bound is a quantile; docs/methods/surveillance.md compares them." };
    private static readonly Option<int> Baseline = new("--baseline") { Description = "EARS: how many weeks or days it looks back on. More than 7 alarm less falsely, and follow changes later.", DefaultValueFactory = _ => 7 };

    public static Command Make()
    {
        var command = new Command("alarms", What) { StatsRun.File, Method, Count, From, Alpha, Bound, Baseline, Weekdays, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report)
    {
        var method = parsed.GetValue(Method)!;
        var counts = StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => CountColumn.Read(text, parsed.GetValue(Count)));
        var judged = Judge(method, counts, parsed);
        var time = parsed.GetValue(Weekdays) is null ? "week" : "day";
        if (parsed.GetValue(StatsRun.AsJson))
        {
            return report.Json(1, new
            {
                by = method,
                weeks = judged.Select(week => new { week = week.Time, observed = week.Observed, bound = week.Bound, alarm = week.IsAlarm }),
            });
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{time,5} {"cases",6} {"usual at most",14}");
        foreach (var week in judged.Where(week => week.IsAlarm))
            text.AppendLine(CultureInfo.InvariantCulture, $"{week.Time,5} {week.Observed,6} {week.Bound,14:0.0}");
        var alarms = judged.Count(week => week.IsAlarm);
        return text.AppendLine().Append(CultureInfo.InvariantCulture,
            $"{alarms} of {judged.Count} {time}s alarm ({method}). An alarm is a reason to look, not a finding: more reports can be a campaign, a new form or a holiday.").ToString();
    }

    private static IReadOnlyList<Judged> Judge(string method, int[] counts, ParseResult parsed)
    {
        var (from, alpha, weekdays) = (parsed.GetValue(From), parsed.GetValue(Alpha), parsed.GetValue(Weekdays));
        if (weekdays is not null && !method.StartsWith("ears", StringComparison.Ordinal))
            throw new CommandRefused("--weekdays is for EARS; the others know no weekday. Sum to weeks.");
        if (alpha is not null && method.StartsWith("cusum", StringComparison.Ordinal))
            throw new CommandRefused("--alpha is for EARS and Farrington; CUSUM has none.");
        var ears = new EarsOptions(method switch { "ears-c2" => EarsMethod.C2, "ears-c3" => EarsMethod.C3, _ => EarsMethod.C1 }, parsed.GetValue(Baseline), alpha, RhythmWeeks: weekdays);
        var (farrington, flexible) = (new FarringtonOptions(Alpha: alpha ?? 0.01), new FlexibleFarringtonOptions(Alpha: alpha ?? 0.005, Bound: parsed.GetValue(Bound)));
        var cusum = new CusumOptions(IsSeasonal: method == "cusum-seasonal");
        var first = from ?? method switch { "farrington" => Farrington.First(farrington), "farrington-flexible" => FlexibleFarrington.First(flexible), "cusum" or "cusum-seasonal" => 2 * cusum.Period + 1, _ => Ears.Before(ears) + 1 };
        if (first > counts.Length)
            throw new CommandRefused($"The file has {counts.Length} {(weekdays is null ? "weeks" : "days")}; {method} judges from {(weekdays is null ? "week" : "day")} {first} on. Take a method that needs less history (ears-c1), or another --from.");
        return method switch
        {
            "ears-c1" or "ears-c2" or "ears-c3" => Ears.Judge(counts, first, ears),
            "cusum" or "cusum-seasonal" => Cusum.Judge(counts, first, cusum),
            "farrington" => Farrington.Judge(counts, first, farrington),
            "farrington-flexible" => FlexibleFarrington.Judge(counts, first, flexible),
            _ => throw new CommandRefused($"There is no method {method}. There are: {string.Join(", ", Known)}."),
        };
    }
}
