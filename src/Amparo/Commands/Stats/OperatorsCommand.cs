using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Trends.Queues;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats operators</c></summary>
internal static class OperatorsCommand
{
    private const string What =
        """
        How many operators a line needs for so many calls an hour: who waits, who is answered in time, and who hangs up (Erlang A).
        Exit code: 0 done, 1 stopped, 2 an option is wrong.
        """;

    private static readonly Option<double> Calls = new("--calls") { Description = "Calls an hour. Not with --day." };
    private static readonly Option<double> Handling = new("--handling") { Description = "Mean seconds that a call takes, with what is written after it.", Required = true };
    private static readonly Option<double> Patience = new("--patience") { Description = "Mean seconds after which a waiting caller hangs up.", Required = true };
    private static readonly Option<string?> Day = new("--day") { Description = "A file (CSV) with a line for each stretch of the day: minutes, calls, operators. Followed from an empty line." };
    private static readonly Option<double> Within = new("--within") { Description = "Seconds in which a call should be answered.", DefaultValueFactory = _ => 20 };
    private static readonly Option<double> Lost = new("--lost") { Description = "The share of calls that may be lost.", DefaultValueFactory = _ => 0.05 };
    private static readonly Option<double> Served = new("--served") { Description = "The share of all calls that should be answered within --within seconds, as 0.8; 0 promises nothing.", DefaultValueFactory = _ => 0 };
    private static readonly Option<double> Busy = new("--busy") { Description = "The share of their time that operators may talk at the most, as 0.85; 1 promises nothing.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Away = new("--away") { Description = "The share of paid time that operators are not at the line: leave, breaks, training.", DefaultValueFactory = _ => 0.3 };
    private static readonly Option<int> Most = new("--most") { Description = "The most operators that are looked at.", DefaultValueFactory = _ => 14 };

    public static Command Make()
    {
        var command = new Command("operators", What) { Calls, Handling, Patience, Day, Within, Served, Lost, Busy, Away, Most, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report)
    {
        if (parsed.GetValue(Day) is { } day)
            return OperatorsDay.Say(day, parsed.GetValue(Handling), parsed.GetValue(Patience), parsed.GetValue(StatsRun.AsJson) ? report : null);
        if (parsed.GetValue(Calls) <= 0)
            throw new CommandRefused("Say how many calls come an hour (--calls 20), or give a day (--day FILE).");
        var (calls, handling, patience, within) = (parsed.GetValue(Calls), parsed.GetValue(Handling), parsed.GetValue(Patience), parsed.GetValue(Within));
        var (lost, away, most) = (parsed.GetValue(Lost), parsed.GetValue(Away), parsed.GetValue(Most));
        var limits = new StaffingLimits(lost, parsed.GetValue(Served), within, parsed.GetValue(Busy));
        if (!(lost is > 0 and < 1 && away is >= 0 and < 1 && within >= 0 && limits is { Served: >= 0 and < 1, Busy: > 0 and <= 1 }) || most is < 1 or > 1000)
            throw new CommandRefused("--lost lies between 0 and 1, --away and --served from 0 to below 1, --busy above 0 and up to 1, --within is 0 or more, --most from 1 to 1000.");
        var rows = Enumerable.Range(1, most).Select(operators => (Operators: operators, Queue: new ErlangA(operators, calls / 3600, handling, patience))).ToList();
        var enough = Staffing.Fewest(calls / 3600, handling, patience, limits, most);
        int? paid = enough is { } at ? Staffing.Paid(at, away) : null;
        if (parsed.GetValue(StatsRun.AsJson))
        {
            return report.Json(1, new
            {
                enough,
                paid,
                rows = rows.Select(row => new { operators = row.Operators, wait = row.Queue.Wait, lost = row.Queue.Abandon, meanWait = row.Queue.MeanWait, within = row.Queue.Within(within), occupancy = row.Queue.Occupancy }),
            });
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"operators",9} {"lost",7} {"wait",7} {$"within {within:0} s",14} {"mean wait s",12} {"busy",7}");
        foreach (var (operators, queue) in rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"{operators,9} {queue.Abandon,7:P1} {queue.Wait,7:P1} {queue.Within(within),14:P1} {queue.MeanWait,12:0.0} {queue.Occupancy,7:P1}");
        text.AppendLine();
        return enough is null
            ? text.Append(CultureInfo.InvariantCulture, $"Not even {most} operators keep it: {Promise(limits)}.").ToString()
            : text.Append(CultureInfo.InvariantCulture, $"{enough} at the line keep it: {Promise(limits)}. {paid} paid, if {away:P0} of their time is elsewhere.").ToString();
    }

    private static string Promise(StaffingLimits limits) => string.Create(CultureInfo.InvariantCulture,
        $"at most {limits.Lost:P1} of calls lost{(limits.Served > 0 ? string.Create(CultureInfo.InvariantCulture, $", {limits.Served:P0} answered within {limits.Within:0} s") : "")}{(limits.Busy < 1 ? string.Create(CultureInfo.InvariantCulture, $", operators busy {limits.Busy:P0} at the most") : "")}");
}
