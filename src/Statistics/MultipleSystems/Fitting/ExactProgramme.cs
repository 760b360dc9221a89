using System.Numerics;

namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>A feasibility programme in whole numbers: the first phase of the simplex method without fractions (Edmonds 1967), by Bland's rule (1977), which cannot cycle.</summary>
internal static class ExactProgramme
{
    /// <summary>Whether some x with every entry at least 1 solves B x = 0.</summary>
    /// <param name="b">Rows of equal length; rows may repeat or vanish.</param>
    /// <exception cref="OverflowException">T is too small for the numbers that arise.</exception>
    public static bool HasPositiveBalance<T>(IReadOnlyList<T[]> b) where T : IBinaryInteger<T>
    {
        var columns = DistinctColumns(b);
        // With x = 1 + z: B z = -B 1, z at least 0. One more column holds the right side, one more row the sum of what is not yet met.
        List<T[]> rows = [];
        foreach (var row in b)
        {
            var right = T.Zero;
            foreach (var value in row)
                right = checked(right - value);
            var sign = right < T.Zero ? -T.One : T.One;
            T[] kept = [.. columns.Select(column => checked(sign * row[column])), sign * right];
            if (kept.Any(value => value != T.Zero))
                rows.Add(kept);
        }

        return rows.Count == 0 || Balance([.. rows], columns.Count);
    }

    private static bool Balance<T>(T[][] rows, int columns) where T : IBinaryInteger<T>
    {
        var missing = new T[columns + 1];
        foreach (var row in rows)
        {
            for (var j = 0; j <= columns; j++)
                missing[j] = checked(missing[j] + row[j]);
        }

        // Artificial variables stand after the columns; those that left never come back, so their columns are not kept.
        int[] basis = [.. Enumerable.Range(columns, rows.Length)];
        var denominator = T.One;
        while (missing[columns] > T.Zero)
        {
            var enter = Array.FindIndex(missing, 0, columns, gain => gain > T.Zero);
            if (enter < 0)
                return false;
            var leave = Leaving(rows, basis, enter, columns);
            var pivot = rows[leave];
            foreach (var row in rows.Append(missing))
            {
                if (ReferenceEquals(row, pivot))
                    continue;
                var factor = row[enter];
                for (var j = 0; j <= columns; j++)
                    row[j] = checked(row[j] * pivot[enter] - factor * pivot[j]) / denominator;
            }

            denominator = pivot[enter];
            basis[leave] = enter;
        }

        return true;
    }

    // The smallest ratio of the right side; among equals the variable of the lowest number, as Bland's rule has it.
    private static int Leaving<T>(T[][] rows, int[] basis, int enter, int right) where T : IBinaryInteger<T>
    {
        var leave = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i][enter] <= T.Zero)
                continue;
            var difference = leave < 0 ? -T.One : checked(rows[i][right] * rows[leave][enter] - rows[leave][right] * rows[i][enter]);
            if (difference < T.Zero || (difference == T.Zero && basis[i] < basis[leave]))
                leave = i;
        }

        return leave;
    }

    // Equal columns share one variable; columns of zeros bind nothing.
    private static List<int> DistinctColumns<T>(IReadOnlyList<T[]> b) where T : IBinaryInteger<T>
    {
        HashSet<string> known = [];
        return [.. Enumerable.Range(0, b[0].Length).Where(j => b.Any(row => row[j] != T.Zero) && known.Add(string.Join(' ', b.Select(row => row[j]))))];
    }
}
