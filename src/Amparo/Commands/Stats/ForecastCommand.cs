using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Trends.Forecasting;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats forecast</c></summary>
internal static class ForecastCommand
{
    private const string What =
        """
        How many calls will come, with intervals that are as wide as such forecasts were wrong before.
        The file has a header and a line for each time in order (days, quarters of an hour …), with a column of calls; a time without calls is a line with 0.
        Exit code: 0 done, 1 stopped, 2 the file or an option is wrong.
        """;

    private static readonly Option<int> Period = new("--period") { Description = "After how many lines the season comes again: 7 for days, 672 for quarters of an hour, 12 for months; 1 where there is none.", Required = true };
    private static readonly Option<int> Ahead = new("--ahead") { Description = "How many lines ahead.", Required = true };
    private static readonly Option<double> Level = new("--level") { Description = "The share of intervals that should hold what comes.", DefaultValueFactory = _ => 0.8 };
    private static readonly Option<string?> Count = new("--count") { Description = "The column of calls. Else guessed (n, count, casos …), else the last." };

    public static Command Make()
    {
        var command = new Command("forecast", What) { StatsRun.File, Period, Ahead, Level, Count, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report)
    {
        var counts = StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => CountColumn.Read(text, parsed.GetValue(Count)));
        var (period, level) = (parsed.GetValue(Period), parsed.GetValue(Level));
        var forecast = Forecaster.Run(counts, new ForecastOptions(period, parsed.GetValue(Ahead), level));
        if (parsed.GetValue(StatsRun.AsJson))
        {
            return report.Json(1, new
            {
                period,
                level,
                averaged = forecast.Methods,
                error = forecast.Error,
                naiveError = forecast.NaiveError,
                steps = forecast.Steps.Select(step => new { step = step.Step, middle = step.Middle, lower = step.Lower, upper = step.Upper }),
            });
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"ahead",5} {"expected",9} {"from",8} {"to",8}");
        foreach (var step in forecast.Steps)
            text.AppendLine(CultureInfo.InvariantCulture, $"{step.Step,5} {step.Middle,9:0.0} {step.Lower,8:0.0} {step.Upper,8:0.0}");
        return text.AppendLine().Append(CultureInfo.InvariantCulture,
            $"{level:P0} of counts should lie from–to. Made from times of the past, such forecasts were off by {forecast.Error:0.0} on average; saying again what came a season before, by {forecast.NaiveError:0.0}. A campaign, a holiday or a new law is in none of them.").ToString();
    }
}
