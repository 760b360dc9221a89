using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;

namespace Amparo.StatisticsBench;

/// <summary>
/// The sets of a folder with their truth: <c>rl_NAME.csv</c> with a column entity, ent_id or cluster; <c>rl_NAMEa.csv</c> and <c>rl_NAMEb.csv</c> are two
/// files of one set; <c>rl_NAME_hardpairs.csv</c> lists persons who must stay apart.
/// </summary>
internal static class LinkageSets
{
    private static readonly string[] Truths = ["entity", "ent_id", "cluster"];

    public static IEnumerable<(string Name, RecordTable Table, int FirstOfSecond, string? HardPairs)> Of(string folder, string? only)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "rl_*.csv").Order(StringComparer.Ordinal).Where(path => only is null || path.Contains(only, StringComparison.Ordinal)))
        {
            var second = path.EndsWith("a.csv", StringComparison.Ordinal) ? path[..^5] + "b.csv" : null;
            if (!File.ReadLines(path).First().Split(',').Any(Truths.Contains) || (second is null && path.EndsWith("b.csv", StringComparison.Ordinal)))
                continue;
            var (table, first) = (Read(path), 0);
            if (second is not null)
                (first, table) = (table.Rows.Count, table with { Rows = [.. table.Rows, .. Read(second).Rows] });
            var hard = path.Replace(".csv", "_hardpairs.csv", StringComparison.Ordinal);
            yield return (Path.GetFileNameWithoutExtension(path), table, first, File.Exists(hard) ? hard : null);
        }
    }

    /// <summary>Who each record is of, which the linking never sees.</summary>
    public static string[] TruthOf(RecordTable table)
    {
        var truth = table.Columns.Index().First(column => Truths.Contains(column.Item)).Index;
        return [.. table.Rows.Select(row => row[truth])];
    }

    private static RecordTable Read(string path)
    {
        using var text = File.OpenText(path);
        return RecordFile.Read(text);
    }
}
