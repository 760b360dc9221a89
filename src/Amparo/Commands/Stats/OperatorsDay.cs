using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.MultipleSystems.Files;
using Amparo.Statistics.Trends.Queues;

namespace Amparo.Commands.Stats;

/// <summary>A day of changing rates and crews, for <c>amparo stats operators --day</c>.</summary>
internal static class OperatorsDay
{
    public static string Say(string path, double handling, double patience, StatsReport? report)
    {
        var day = StatsRun.Read(path, Read);
        var outlooks = new Shifts(handling, patience).Follow(day);
        var (lost, calls) = (outlooks.Sum(outlook => outlook.Lost), day.Sum(stretch => stretch.Calls));
        if (report is not null)
        {
            return report.Json(1, new
            {
                lost,
                calls,
                stretches = day.Zip(outlooks, (stretch, outlook) => new { minutes = stretch.Seconds / 60, calls = stretch.Calls, operators = stretch.Operators, lost = outlook.Lost, wait = outlook.Wait, meanQueue = outlook.MeanQueue, busy = outlook.Busy }),
            });
        }

        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"from",6} {"calls",6} {"operators",9} {"lost",6} {"wait",7} {"queue",6}");
        var from = TimeSpan.Zero;
        foreach (var (stretch, outlook) in day.Zip(outlooks))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{$"{(int)from.TotalHours}:{from.Minutes:00}",6} {stretch.Calls,6:0.0} {stretch.Operators,9} {outlook.Lost,6:0.00} {outlook.Wait,7:P1} {outlook.MeanQueue,6:0.00}");
            from += TimeSpan.FromSeconds(stretch.Seconds);
        }

        return text.AppendLine().Append(CultureInfo.InvariantCulture, $"Of {calls:0.0} calls {lost:0.0} are lost ({lost / double.Max(calls, 1e-9):P1}).").ToString();
    }

    private static List<Stretch> Read(TextReader text)
    {
        var sheet = SheetFile.Read(text);
        var (minutes, calls, operators) = (sheet.Column("minutes"), sheet.Column("calls"), sheet.Column("operators"));
        List<Stretch> day = [.. sheet.Lines.Select(line => new Stretch(60 * Number(line, minutes, 1e-3), Number(line, calls, 0), Whole(line, operators)))];
        return day.Count > 0 ? day : throw new TableFault("The file holds no line but its header.");
    }

    private static double Number((int Number, string[] Cells) line, int column, double least) =>
        double.TryParse(line.Cells[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value < 1e6
            ? value : throw new TableFault(line.Number, column + 1, $"“{line.Cells[column]}” is no number that can stand here; write it with digits and a point.");

    private static int Whole((int Number, string[] Cells) line, int column) =>
        int.TryParse(line.Cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= 1000
            ? value : throw new TableFault(line.Number, column + 1, $"“{line.Cells[column]}” is no number of operators: 0 to 1000.");
}
