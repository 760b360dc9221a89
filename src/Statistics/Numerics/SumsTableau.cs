namespace Amparo.Statistics.Numerics;

/// <summary>
/// Which variables a <see cref="SumsProgramme"/> moves freely and how the others follow: row i says basic_i + Σ rows_ij free_j = 0. It begins with
/// the numbers free and the sums following them, and is made anew after many pivots, so that rounding does not gather.
/// </summary>
internal sealed class SumsTableau
{
    private const double Tiny = 1e-9;
    private const int MostPivots = 20_000;
    private readonly IReadOnlyList<int[]> _sums;
    private int _pivots;

    public SumsTableau(int numbers, IReadOnlyList<int[]> sums)
    {
        _sums = sums;
        (Basic, Free, Place) = (new int[sums.Count], new int[numbers], new int[numbers + sums.Count]);
        Rows = [.. sums.Select(_ => new double[numbers])];
        Rebuild();
    }

    public double[][] Rows { get; }

    /// <summary>The variable that follows, by row.</summary>
    public int[] Basic { get; }

    /// <summary>The variable that moves, by column.</summary>
    public int[] Free { get; }

    /// <summary>Of each variable: its row where it follows, the complement of its column where it moves.</summary>
    public int[] Place { get; }

    public void Refresh()
    {
        if (_pivots > MostPivots)
            Rebuild();
    }

    /// <summary>Lets the variable of a row and that of a column change places.</summary>
    public void Pivot(int row, int column)
    {
        _pivots++;
        var pivot = Rows[row];
        var inverse = 1 / pivot[column];
        pivot[column] = 1;
        List<int> filled = [];
        for (var j = 0; j < pivot.Length; j++)
        {
            if (double.Abs(pivot[j]) <= Tiny)
                pivot[j] = 0;
            else
            {
                pivot[j] *= inverse;
                filled.Add(j);
            }
        }

        for (var other = 0; other < Rows.Length; other++)
        {
            var target = Rows[other];
            var factor = target[column];
            if (other == row || factor == 0)
                continue;
            target[column] = 0;
            foreach (var j in filled)
                target[j] -= factor * pivot[j];
        }

        (Basic[row], Free[column]) = (Free[column], Basic[row]);
        (Place[Basic[row]], Place[Free[column]]) = (row, ~column);
    }

    /// <summary>Begins anew.</summary>
    public void Rebuild()
    {
        _pivots = 0;
        for (var column = 0; column < Free.Length; column++)
            (Free[column], Place[column]) = (column, ~column);
        for (var row = 0; row < Rows.Length; row++)
        {
            Array.Clear(Rows[row]);
            foreach (var number in _sums[row])
                Rows[row][number] = -1;
            (Basic[row], Place[Free.Length + row]) = (Free.Length + row, row);
        }
    }
}
