namespace Amparo.Statistics.Disclosure;

/// <summary>How many people each combination of codes holds; a combination that nobody has holds 0. Immutable.</summary>
public sealed class CountTable
{
    /// <summary>More combinations than this are not held.</summary>
    public const int MostCells = 2_000_000;

    private readonly int[] _counts;

    /// <param name="dimensions">At least one.</param>
    /// <param name="rows">Counts of 0 or more by the index of each dimension's code; repeated ones add up.</param>
    /// <exception cref="ArgumentException">No dimension, too many combinations, or a count below 0.</exception>
    public CountTable(IReadOnlyList<Dimension> dimensions, IEnumerable<(IReadOnlyList<int> Codes, int Count)> rows)
    {
        if (dimensions.Count == 0)
            throw new ArgumentException("A table has at least one dimension.", nameof(dimensions));
        var size = dimensions.Aggregate(1L, (product, dimension) => long.Min(product * dimension.Codes.Count, MostCells + 1L));
        if (size > MostCells)
            throw new ArgumentException($"More than {MostCells:N0} combinations of codes. Take fewer columns, or coarser codes.", nameof(dimensions));
        Dimensions = [.. dimensions];
        _counts = new int[size];
        foreach (var (codes, count) in rows)
        {
            if (count < 0)
                throw new ArgumentException("A count is 0 or more.", nameof(rows));
            _counts[Cell(codes)] = checked(_counts[Cell(codes)] + count);
        }
    }

    /// <summary>What it is divided by.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>People by cell, the last dimension's code running fastest.</summary>
    public ReadOnlyMemory<int> Counts => _counts;

    /// <summary>
    /// The figures that tables print: for each table the cross of all categories of its dimensions, groups and margins too. A figure that stands in two
    /// tables is one figure.
    /// </summary>
    /// <param name="tables">Each table's dimensions, by index.</param>
    /// <exception cref="ArgumentException">A dimension that is not there.</exception>
    public IReadOnlyList<Figure> Figures(IReadOnlyList<IReadOnlyList<int>> tables)
    {
        if (tables.Any(table => table.Any(dimension => dimension < 0 || dimension >= Dimensions.Count)))
            throw new ArgumentException("A table names a dimension that is not there.", nameof(tables));
        List<Figure> figures = [];
        HashSet<string> known = [];
        foreach (var table in tables)
        {
            IEnumerable<Category[]> crosses = [[]];
            for (var i = 0; i < Dimensions.Count; i++)
            {
                IEnumerable<Category> categories = table.Contains(i) ? Dimensions[i].Categories : [Dimensions[i].Total];
                crosses = crosses.SelectMany(cross => categories.Select(category => (Category[])[.. cross, category])).ToList();
            }

            figures.AddRange(crosses.Select(Figure).Where(figure => known.Add(figure.ToString())));
        }

        return figures;
    }

    /// <summary>The figure of one category in each dimension.</summary>
    public Figure Figure(IReadOnlyList<Category> categories)
    {
        IEnumerable<int> cells = [0];
        for (var i = 0; i < Dimensions.Count; i++)
        {
            var (size, codes) = (Dimensions[i].Codes.Count, categories[i].Codes);
            cells = cells.SelectMany(cell => codes.Select(code => cell * size + code)).ToList();
        }

        int[] all = [.. cells];
        return new Figure([.. categories.SelectMany(category => category.Labels)], all, all.Sum(cell => _counts[cell]));
    }

    private int Cell(IReadOnlyList<int> codes)
    {
        var cell = 0;
        for (var i = 0; i < Dimensions.Count; i++)
            cell = cell * Dimensions[i].Codes.Count + codes[i];
        return cell;
    }
}
