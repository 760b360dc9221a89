using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Suppressing;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats suppress</c></summary>
internal static class SuppressCommand
{
    private const string What =
        """
        Which figures of tables with their margins may be published, so that nobody derives a count below k: suppression, attacked by a linear programme.
        The file has a header, and a line for each combination with its number of people, or a line for each person. Sums are made here.
        Exit code: 0 done, 1 stopped or nothing may be published, 2 the file or an option is wrong.
        """;

    private static readonly Option<string?> Tables = new("--tables") { Description = "Tables that are published together, by their columns: \"region,sex;region,age\". Else one of all columns." };
    private static readonly Option<SuppressionCost> Cost = new("--cost") { Description = "What is given up as little as possible of.", DefaultValueFactory = _ => SuppressionCost.People };
    private static readonly Option<int> Steps = new("--steps") { Description = "How long the least cost is searched for; 0 not at all.", DefaultValueFactory = _ => 20_000 };
    private static readonly Option<string?> Out = new("--out") { Description = "Writes the tables into this file, if they are safe: x for what is suppressed, * for sums." };

    public static Command Make()
    {
        var command = new Command("suppress", What) { StatsRun.File };
        foreach (var option in (Option[])[.. DisclosureOptions.All, Tables, Cost, Steps, Out, StatsRun.AsJson])
            command.Add(option);
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
        string[][]? asked = parsed.GetValue(Tables)?.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(StatsRun.Names).ToArray();
        var table = DisclosureOptions.TableOf(parsed, asked?.SelectMany(names => names).Distinct().ToArray());
        int[][] tables = asked is null ? [[.. Enumerable.Range(0, table.Dimensions.Count)]] : [.. asked.Select(names => Dimensions(table, names))];
        if (parsed.GetValue(Steps) < 0)
            throw new CommandRefused("--steps is 0 or more.");
        var options = new SuppressionOptions(DisclosureOptions.ProtectionOf(parsed), parsed.GetValue(Cost), parsed.GetValue(Steps));
        var found = Suppressor.Run(table, table.Figures(tables), options, cancel);
        safe = found.IsSafe;
        if (safe && parsed.GetValue(Out) is { } path)
            StatsRun.Write(path, ReleaseFile.Write(table, found));
        return parsed.GetValue(StatsRun.AsJson) ? report.Json(1, Json(found, options)) : Text(found, options);
    }

    private static int[] Dimensions(CountTable table, string[] names) => [.. names.Select(name =>
        Enumerable.Range(0, table.Dimensions.Count).Where(i => table.Dimensions[i].Columns.Contains(name)).DefaultIfEmpty(-1).First() is >= 0 and var found
            ? found : throw new CommandRefused($"--tables names {name}, which is not among the columns.")).Distinct()];

    private static string Text(Suppression found, SuppressionOptions options)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"count",7}  {"can be derived",18}  {"why",-13}  figure");
        foreach (var row in found.Figures.Where(row => row.Status != FigureStatus.Published))
        {
            var derivable = string.Create(CultureInfo.InvariantCulture, $"{row.Derivable.Lowest:N0} – {(double.IsFinite(row.Derivable.Highest) ? row.Derivable.Highest.ToString("N0", CultureInfo.InvariantCulture) : "∞")}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Figure.Count,7:N0}  {derivable,18}  {(row.Status == FigureStatus.Primary ? "small" : "complementary"),-13}  {row.Figure}");
        }

        var (small, more) = (found.Figures.Count(row => row.Status == FigureStatus.Primary), found.Figures.Count(row => row.Status == FigureStatus.Complementary));
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{found.Figures.Count:N0} figures, {small:N0} small, {more:N0} more suppressed. This list is for who publishes: do not publish it.");
        var unit = options.Cost == SuppressionCost.People ? "people" : "figures";
        text.AppendLine(found.IsLeast
            ? string.Create(CultureInfo.InvariantCulture, $"The {more:N0} cost {found.Cost:N0} {unit}: no sufficient choice costs less.")
            : string.Create(CultureInfo.InvariantCulture, $"The {more:N0} cost {found.Cost:N0} {unit}; that at least {double.Ceiling(found.LowestCost - 1e-6):N0} are needed is proved."));
        if (found.IsSafe)
            text.Append("May be published: with all tables together nobody derives that a count is small.");
        else
            text.Append("Not to be published. Too much can be derived of:").AppendJoin("", found.Unprotected.Select(name => $"{Environment.NewLine}  {name}"));
        return text.ToString();
    }

    private static object Json(Suppression found, SuppressionOptions options) => new
    {
        k = options.Protection.Threshold,
        width = options.Protection.LeastWidth,
        zerosArePublic = options.Protection.ZerosArePublic,
        safe = found.IsSafe,
        unprotected = found.Unprotected,
        cost = found.Cost,
        lowestCost = found.LowestCost,
        least = found.IsLeast,
        figures = found.Figures.Select(row => new
        {
            labels = row.Figure.Labels,
            count = row.Figure.Count,
            status = row.Status.ToString().ToLowerInvariant(),
            lowest = row.Derivable.Lowest,
            highest = double.IsFinite(row.Derivable.Highest) ? row.Derivable.Highest : (double?)null,
        }),
    };
}
