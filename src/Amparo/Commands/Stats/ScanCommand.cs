using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Numerics;
using Amparo.Statistics.Trends.Scanning;
using Amparo.Statistics.Trends.Scanning.Files;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats scan</c></summary>
internal static class ScanCommand
{
    private const string What =
        """
        Where, and when, more cases came than people live there: Kulldorff's scan statistic, with the chance that a map without any cluster shows one as strong.
        The file has a header and a line for each place (and time) with its cases. docs/methods/scan.md says which model when.
        Exit code: 0 done (with or without clusters), 1 stopped, 2 a file or an option is wrong.
        """;

    public static Command Make()
    {
        var command = new Command("scan", What) { StatsRun.File };
        foreach (var option in ScanSettings.All)
            command.Add(option);
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report, cancel), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report, CancellationToken cancel)
    {
        var (options, columns, file) = (ScanSettings.Of(parsed), ScanSettings.ColumnsOf(parsed), parsed.GetValue(StatsRun.File)!);
        var places = StatsRun.Read(parsed.GetValue(ScanSettings.Places) ?? file, text => PlaceFile.Read(text, columns));
        var table = StatsRun.Read(file, text => ScanFile.Read(text, places, columns));
        var running = new Running(parsed.GetValue(ScanSettings.Cores), new ProgressLine("scan", parsed.InvocationConfiguration.Error), cancel);
        var finding = SpaceTimeScan.Run(table.Map, options, running);
        return parsed.GetValue(StatsRun.AsJson) ? report.Json(1, Json(ScanSettings.ModelOf(parsed), table, finding, options)) : Text(table, finding, options);
    }

    private static string Text(ScanTable table, ScanFinding finding, ScanOptions options)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{table.Map.Total:N0} cases in {table.Map.Places.Count:N0} places{(options.Model == ScanModel.Spatial ? "" : $" from {table.Labels[0]} to {table.Labels[^1]}")}.");
        foreach (var (number, cluster) in finding.Clusters.Index())
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture,
                $"{number + 1}. {string.Join(", ", cluster.Places.Take(20).Select(place => table.Map.Places[place].Name))}{(cluster.Places.Count > 20 ? $" and {cluster.Places.Count - 20} more" : "")} (radius {cluster.Radius:0.###}{(table.Map.IsGlobe ? " km" : "")})");
            if (options.Model != ScanModel.Spatial)
                text.AppendLine(CultureInfo.InvariantCulture, $"   {table.Labels[cluster.First - 1]} to {table.Labels[cluster.Last - 1]}");
            text.AppendLine(CultureInfo.InvariantCulture, $"   {cluster.Explanation} Log likelihood ratio {cluster.LogRatio:0.000000}.");
            if (options.IsProspective && cluster.Recurrence is { } recurrence)
                text.AppendLine(CultureInfo.InvariantCulture, $"   Scanned at each time, chance alone would say so once in {recurrence:N0}.");
        }

        text.AppendLine();
        return text.Append(finding.Clusters.Count == 0 ? "No place has more cases than expected." : "A cluster is where to look, not what happened: one office that writes down more makes one too.").ToString();
    }

    private static object Json(string model, ScanTable table, ScanFinding finding, ScanOptions options) => new
    {
        model,
        cases = table.Map.Total,
        replications = finding.Replications,
        seed = options.Seed,
        clusters = finding.Clusters.Select(cluster => new
        {
            places = cluster.Places.Select(place => table.Map.Places[place].Name),
            radius = cluster.Radius,
            first = options.Model == ScanModel.Spatial ? null : table.Labels[cluster.First - 1],
            last = options.Model == ScanModel.Spatial ? null : table.Labels[cluster.Last - 1],
            cases = cluster.Cases,
            expected = cluster.Expected,
            relativeRisk = double.IsFinite(cluster.RelativeRisk) ? cluster.RelativeRisk : (double?)null,
            logRatio = cluster.LogRatio,
            p = cluster.PValue,
            recurrence = options.IsProspective ? cluster.Recurrence : null,
            explanation = cluster.Explanation,
        }),
    };
}
