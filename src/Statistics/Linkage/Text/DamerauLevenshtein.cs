namespace Amparo.Statistics.Linkage.Text;

/// <summary>How many slips lead from one text to the other: letters added, left out, changed, or two neighbours turned round (Damerau 1964; Lowrance and Wagner 1975).</summary>
public static class DamerauLevenshtein
{
    /// <summary>The distance without bound; turned neighbours may have others written between them.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (far, width) = (a.Length + b.Length, b.Length + 2);
        var table = new int[(a.Length + 2) * width];
        table[0] = far;
        for (var i = 0; i <= a.Length; i++)
            (table[(i + 1) * width], table[(i + 1) * width + 1]) = (far, i);
        for (var j = 0; j <= b.Length; j++)
            (table[j + 1], table[width + j + 1]) = (far, j);
        Dictionary<char, int> lastRow = [];
        for (var i = 1; i <= a.Length; i++)
        {
            var lastColumn = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var row = lastRow.GetValueOrDefault(b[j - 1]);
                var column = lastColumn;
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                if (cost == 0)
                    lastColumn = j;
                var edited = int.Min(int.Min(table[i * width + j + 1], table[(i + 1) * width + j]) + 1, table[i * width + j] + cost);
                var turned = table[row * width + column] + (i - row - 1) + 1 + (j - column - 1);
                table[(i + 1) * width + j + 1] = int.Min(edited, turned);
            }

            lastRow[a[i - 1]] = i;
        }

        return table[^1];
    }

    /// <summary>Whether one slip at most parts them: the same as a distance of 0 or 1, without a table.</summary>
    public static bool IsWithinOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (int.Abs(a.Length - b.Length) > 1)
            return false;
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        if (a.Length == 0 || b.Length == 0)
            return true;
        if (a.Length != b.Length)
            return a.Length > b.Length ? a[1..].SequenceEqual(b) : b[1..].SequenceEqual(a);
        return a[1..].SequenceEqual(b[1..]) || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]));
    }
}
