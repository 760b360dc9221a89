using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Items;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats items</c></summary>
internal static class ItemsCommand
{
    private const string What =
        """
        Which questions of a test are too easy, too hard or measure something else; how far its totals can be relied upon; and, with --after, what was gained.
        FILE has a header and a line for each person, with a column for each item: 1 right, 0 wrong (or points up to --highest), empty where it was left out.
        Exit code: 0 done, 1 stopped, 2 a file or an option is wrong.
        """;

    private static readonly Option<string?> Person = new("--person") { Description = "The column that says who; needed with --after." };
    private static readonly Option<string?> After = new("--after") { Description = "The same test of the same persons afterwards (CSV)." };
    private static readonly Option<string> Missing = new("--missing") { Description = "leave-out (whoever left an answer out) or wrong (it counts as 0). docs/methods/items.md says which when.", DefaultValueFactory = _ => "leave-out" };
    private static readonly Option<double> Highest = new("--highest") { Description = "The points of a right answer.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Level = new("--level") { Description = "Of all intervals.", DefaultValueFactory = _ => 0.95 };

    public static Command Make()
    {
        var command = new Command("items", What) { StatsRun.File, Person, After, Missing, Highest, Level, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, programs => Say(parsed, programs), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport programs)
    {
        var missing = parsed.GetValue(Missing) switch
        {
            "leave-out" => MissingAnswers.LeaveOut,
            "wrong" => MissingAnswers.Wrong,
            var other => throw new CommandRefused($"--missing knows leave-out and wrong, not {other}."),
        };
        if (parsed.GetValue(After) is not null && parsed.GetValue(Person) is null)
            throw new CommandRefused("--after needs --person: the column by which both files say who.");
        AnswersFile Read(string path) => StatsRun.Read(path, text => AnswersFile.Read(SheetFile.Read(text), parsed.GetValue(Person), parsed.GetValue(Highest)));
        var (level, first) = (parsed.GetValue(Level), Read(parsed.GetValue(StatsRun.File)!));
        var report = ItemAnalysis.Analyze(first.Answers, missing, level);
        if (parsed.GetValue(After) is not { } path)
            return parsed.GetValue(StatsRun.AsJson) ? programs.Json(1, Json(report, null, 0)) : Text(report, level).ToString().TrimEnd();
        var (before, after, alone) = first.Joined(Read(path));
        var gain = PairedGain.Of(before, after, missing, level);
        return parsed.GetValue(StatsRun.AsJson) ? programs.Json(1, Json(report, gain, alone)) : Text(report, level).AppendLine().Append(Text(gain, alone, level)).ToString();
    }

    private static StringBuilder Text(ItemReport report, double level)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"right",6} {"with others",12} {"alpha without",14} {"left out",9}  item");
        foreach (var item in report.Items)
            text.AppendLine(CultureInfo.InvariantCulture, $"{item.Difficulty,6:P0} {Number(item.Discrimination),12} {Number(item.AlphaWithout),14} {item.Missing,9}  {item.Name}");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Persons} persons{(report.LeftOut > 0 ? $" ({report.LeftOut} more left something out)" : "")}, mean total {report.MeanTotal:0.00}, deviation {report.Deviation:0.00}.");
        return text.AppendLine(report.Alpha is null
            ? "All have the same total: nothing can be said of alpha."
            : string.Create(CultureInfo.InvariantCulture, $"Cronbach's alpha {report.Alpha:0.000}, {level:P0} interval {report.AlphaLower:0.000} – {report.AlphaUpper:0.000}; a total is off by {report.ErrorOfMeasurement:0.00} (standard error of measurement)."));
    }

    private static string Text(PairedGain gain, int alone, double level)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{gain.Persons} persons with both tests{(alone > 0 ? $" ({alone} are in one file alone)" : "")}: {gain.Before:0.00} before, {gain.After:0.00} after.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Gain {gain.Gain:0.00}, {level:P0} interval {gain.Lower:0.00} – {gain.Upper:0.00}, p = {gain.P:0.0000}.");
        if (gain.Size is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"In deviations (d_av with Hedges' correction) {gain.Size:0.00}, {gain.SizeLower:0.00} – {gain.SizeUpper:0.00}.");
        return text.Append("Without a group that was not taught this is a gain, not the course's effect: who sits a test twice does better anyway.").ToString();
    }

    private static object Json(ItemReport report, PairedGain? gain, int alone) => new
    {
        persons = report.Persons,
        leftOut = report.LeftOut,
        items = report.Items.Select(item => new { item = item.Name, difficulty = item.Difficulty, discrimination = item.Discrimination, alphaWithout = item.AlphaWithout, missing = item.Missing }),
        alpha = report.Alpha,
        alphaLower = report.AlphaLower,
        alphaUpper = report.AlphaUpper,
        meanTotal = report.MeanTotal,
        deviation = report.Deviation,
        errorOfMeasurement = report.ErrorOfMeasurement,
        gain = gain is null ? null : new { persons = gain.Persons, alone, before = gain.Before, after = gain.After, gain = gain.Gain, lower = gain.Lower, upper = gain.Upper, p = gain.P, size = gain.Size, sizeLower = gain.SizeLower, sizeUpper = gain.SizeUpper },
    };

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";
}
