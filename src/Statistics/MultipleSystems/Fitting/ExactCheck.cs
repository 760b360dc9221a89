using System.Numerics;

namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>
/// Whether an estimate exists and is unique, decided in whole numbers. Fienberg and Rinaldo (2012): the maximum-likelihood estimate is finite if
/// and only if some strictly positive x has the data's margins, A x = A N. Such an x exists if and only if the columns of the cells without
/// cases can be added with weights of at least 1 to something in the span of the columns of the cells with cases. So only which cells are
/// empty matters, not how full the others are; after elimination a small linear programme is left, often none.
/// </summary>
internal static class ExactCheck
{
    /// <summary>0 sound, 1 no finite estimate, 2 not identifiable (the columns of A do not have full rank), 3 both.</summary>
    /// <param name="terms">The parameters that are left after the sparse handling, as masks.</param>
    /// <param name="kept">Above 0 for each cell that is left; by mask.</param>
    /// <param name="cells">The cases of each cell.</param>
    public static int Code(ReadOnlySpan<int> terms, ReadOnlySpan<double> kept, ReadOnlySpan<double> cells)
    {
        List<int> seen = [];
        List<int> empty = [];
        for (var cell = 1; cell < kept.Length; cell++)
        {
            if (kept[cell] > 0)
                (cells[cell] > 0 ? seen : empty).Add(cell);
        }

        try
        {
            return Code<long>(terms, seen, empty);
        }
        catch (OverflowException)
        {
            // Determinants of such matrices are small; where they are not, numbers without bounds go on.
            return Code<BigInteger>(terms, seen, empty);
        }
    }

    private static int Code<T>(ReadOnlySpan<int> terms, List<int> seen, List<int> empty) where T : IBinaryInteger<T>
    {
        var matrix = new T[terms.Length][];
        for (var row = 0; row < matrix.Length; row++)
        {
            var term = terms[row];
            matrix[row] = [.. seen.Concat(empty).Select(cell => (cell & term) == term ? T.One : T.Zero)];
        }

        var previous = T.One;
        var spanned = Eliminate(matrix, 0, 0, seen.Count, ref previous);
        if (spanned == terms.Length)
            return 0;
        // What the seen cells leave open, in the columns of the empty ones.
        T[][] open = [.. matrix.Skip(spanned).Select(row => row[seen.Count..])];
        var rank = spanned + Eliminate(matrix, spanned, seen.Count, matrix[0].Length, ref previous);
        return (ExactProgramme.HasPositiveBalance(open) ? 0 : 1) + (rank < terms.Length ? 2 : 0);
    }

    /// <summary>Elimination without fractions (Bareiss 1968) from a row on, over some columns; the rank it found. Every entry stays a minor of the matrix.</summary>
    private static int Eliminate<T>(T[][] matrix, int fromRow, int fromColumn, int toColumn, ref T previous) where T : IBinaryInteger<T>
    {
        var row = fromRow;
        for (var column = fromColumn; column < toColumn && row < matrix.Length; column++)
        {
            var found = Array.FindIndex(matrix, row, candidate => candidate[column] != T.Zero);
            if (found < 0)
                continue;
            (matrix[row], matrix[found]) = (matrix[found], matrix[row]);
            var pivot = matrix[row];
            for (var below = row + 1; below < matrix.Length; below++)
            {
                // New rows, so that what was read before the columns that follow stays as it was.
                var factor = matrix[below][column];
                var reduced = new T[pivot.Length];
                for (var j = column; j < pivot.Length; j++)
                    reduced[j] = checked(pivot[column] * matrix[below][j] - factor * pivot[j]) / previous;
                matrix[below] = reduced;
            }

            previous = pivot[column];
            row++;
        }

        return row - fromRow;
    }
}
