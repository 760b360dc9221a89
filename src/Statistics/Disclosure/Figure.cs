namespace Amparo.Statistics.Disclosure;

/// <summary>One number of a publication: the people of some cells together.</summary>
/// <param name="Labels">What it counts, a label for each column; <see cref="Category.All"/> where a column is summed over.</param>
/// <param name="Cells">The cells it adds up, by index.</param>
/// <param name="Count">How many people.</param>
public sealed record Figure(IReadOnlyList<string> Labels, IReadOnlyList<int> Cells, int Count)
{
    /// <summary>Its labels, with commas.</summary>
    public override string ToString() => string.Join(", ", Labels);
}
