namespace Amparo.Statistics.Linkage;

/// <summary>How right groups are, by pairs of records, where the truth is known.</summary>
/// <param name="Right">Pairs in one group that are of one person.</param>
/// <param name="Said">Pairs in one group.</param>
/// <param name="True">Pairs of one person.</param>
public sealed record LinkageQuality(long Right, long Said, long True)
{
    /// <summary>0 to 1; 1 where nothing was said.</summary>
    public double Precision => Said == 0 ? 1 : (double)Right / Said;

    /// <summary>0 to 1; 1 where there is nothing to find.</summary>
    public double Recall => True == 0 ? 1 : (double)Right / True;

    /// <summary>The harmonic mean of both.</summary>
    public double F1 => Said + True == 0 ? 1 : 2.0 * Right / (Said + True);

    /// <param name="clusters">The group of each record.</param>
    /// <param name="persons">Who each is of; as many.</param>
    /// <param name="laterFiles">Where each file after the first begins: then only pairs across them count.</param>
    public static LinkageQuality OfGroups(IReadOnlyList<int> clusters, IReadOnlyList<string> persons, IReadOnlyList<int>? laterFiles = null)
    {
        Sources sources = new(clusters.Count, laterFiles);
        var records = Enumerable.Range(0, clusters.Count);
        return new LinkageQuality(Pairs(record => (clusters[record], persons[record])), Pairs(record => (clusters[record], "")), Pairs(record => (0, persons[record])));

        long Pairs(Func<int, (int, string)> same)
        {
            var all = Of(records.CountBy(same));
            return laterFiles is null or { Count: 0 } ? all : all - Of(records.CountBy(record => (same(record), sources.FileOf(record))));
        }

        static long Of<T>(IEnumerable<KeyValuePair<T, int>> groups) => groups.Sum(group => (long)group.Value * (group.Value - 1) / 2);
    }
}
