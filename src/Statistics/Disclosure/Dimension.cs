namespace Amparo.Statistics.Disclosure;

/// <summary>One way in which a table is divided, with its hierarchy: codes, the groups above them and all together.</summary>
/// <param name="Columns">The columns that say it, the widest first: region, district.</param>
/// <param name="Codes">The finest categories, in order.</param>
/// <param name="Groups">What lies above them: each sum is printed too. Without all together.</param>
public sealed record Dimension(IReadOnlyList<string> Columns, IReadOnlyList<Category> Codes, IReadOnlyList<Category> Groups)
{
    /// <summary>All together.</summary>
    public Category Total { get; } = new([.. Columns.Select(_ => Category.All)], [.. Enumerable.Range(0, Codes.Count)]);

    /// <summary>Codes, groups and all together.</summary>
    public IEnumerable<Category> Categories => [.. Codes, .. Groups, Total];

    /// <summary>A dimension of one column, without groups.</summary>
    public static Dimension Flat(string column, IEnumerable<string> codes) => new([column], [.. codes.Select((code, i) => new Category([code], [i]))], []);
}

/// <summary>One category of a dimension, a sum of its codes.</summary>
/// <param name="Labels">What stands in each of the dimension's columns.</param>
/// <param name="Codes">Indexes of the codes it holds.</param>
public sealed record Category(IReadOnlyList<string> Labels, IReadOnlyList<int> Codes)
{
    /// <summary>What stands where a column is summed over.</summary>
    public const string All = "*";
}
