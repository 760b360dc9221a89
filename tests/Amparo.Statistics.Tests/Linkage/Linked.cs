using Amparo.Statistics.Linkage;
using Amparo.Statistics.Linkage.Files;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Tests.Linkage;

/// <summary>A file of <c>Data/</c>, linked at the defaults, and the truth that the linking did not see.</summary>
internal sealed class Linked
{
    private Linked(string name, string truth)
    {
        using var text = SourceTables.Open(name);
        Table = RecordFile.Read(text);
        var column = Table.Columns.ToList().IndexOf(truth);
        Entities = [.. Table.Rows.Select(row => row[column])];
        Result = Linker.Link(Table, new(), Running.Freely);
    }

    public static Linked Febrl { get; } = new("febrl1", "entity");

    public static Linked Fake { get; } = new("fake1000", "cluster");

    public static Linked Siblings { get; } = new("spanish-names", "entity");

    public RecordTable Table { get; }

    public string[] Entities { get; }

    public LinkageResult Result { get; }

    /// <summary>Precision, recall and their harmonic mean over pairs in one group.</summary>
    public (double Precision, double Recall, double F1) OfGroups()
    {
        double said = Pairs(Result.Clusters), truth = Pairs(Entities), right = Pairs(Result.Clusters.Zip(Entities));
        return (right / said, right / truth, 2 * right / (said + truth));
    }

    private static double Pairs<T>(IEnumerable<T> groups) where T : notnull => groups.CountBy(group => group).Sum(group => group.Value * (group.Value - 1.0) / 2);
}
