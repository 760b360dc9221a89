namespace Amparo.Statistics.Disclosure.Anonymity;

/// <summary>Combinations of values that fewer than k records share (Samarati and Sweeney 1998), up to a length.</summary>
public static class KAnonymity
{
    /// <summary>More columns than this are not taken at once.</summary>
    public const int MostColumns = 60;

    /// <summary>
    /// The rare combinations that hold no shorter rare one, shortest first: each longer combination that holds one of these is rare too. None: the records are
    /// k-anonymous up to that length.
    /// </summary>
    /// <param name="table">The records.</param>
    /// <param name="k">2 or more.</param>
    /// <param name="length">How many values are combined at most; 1 or more.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ArgumentException">Numbers out of their range, or too many columns.</exception>
    public static IReadOnlyList<RareCombination> Rare(RecordTable table, int k, int length, CancellationToken cancel)
    {
        Check(table, k, length);
        List<RareCombination> found = [];
        HashSet<string> rare = [];
        foreach (var columns in Choices(table.Columns.Count, length))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (key, records) in Count(table, columns).Where(pair => pair.Value < k).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var values = key.Split('\n');
                if (Parts(columns, values).Any(rare.Contains))
                    continue;
                rare.Add(Name(columns, values));
                found.Add(new RareCombination([.. columns.Select((column, i) => (table.Columns[column], values[i]))], records));
            }
        }

        return found;
    }

    /// <summary>Combinations of released records that fewer than k of the original ones share, or none: what a synthetic or reduced table gives away or makes up.</summary>
    /// <param name="original">The truth.</param>
    /// <param name="released">What is to be published, with the same columns.</param>
    /// <param name="k">2 or more.</param>
    /// <param name="length">1 or more.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ArgumentException">Numbers out of their range, other columns, or too many.</exception>
    public static IReadOnlyList<RareCombination> Leaks(RecordTable original, RecordTable released, int k, int length, CancellationToken cancel)
    {
        Check(original, k, length);
        if (!original.Columns.SequenceEqual(released.Columns))
            throw new ArgumentException($"The released columns ({string.Join(", ", released.Columns)}) are not the original ones ({string.Join(", ", original.Columns)}).");
        List<RareCombination> found = [];
        foreach (var columns in Choices(original.Columns.Count, length))
        {
            cancel.ThrowIfCancellationRequested();
            var truth = Count(original, columns);
            foreach (var key in Count(released, columns).Keys.Where(key => truth.GetValueOrDefault(key) < k).Order(StringComparer.Ordinal))
                found.Add(new RareCombination([.. key.Split('\n').Zip(columns, (value, column) => (original.Columns[column], value))], truth.GetValueOrDefault(key)));
        }

        return found;
    }

    private static void Check(RecordTable table, int k, int length)
    {
        if (k < 2 || length < 1)
            throw new ArgumentException("k is 2 or more, the length 1 or more.");
        if (table.Columns.Count is 0 or > MostColumns)
            throw new ArgumentException($"There are {table.Columns.Count} columns; there may be 1 to {MostColumns}. Choose some.");
    }

    private static Dictionary<string, int> Count(RecordTable table, int[] columns)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var record in table.Records)
        {
            if (Array.Exists(columns, column => record[column].Length == 0))
                continue;
            var key = string.Join('\n', columns.Select(column => record[column]));
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }

    private static IEnumerable<int[]> Choices(int columns, int length)
    {
        IEnumerable<int[]> choices = [[]];
        for (var size = 1; size <= int.Min(length, columns); size++)
        {
            choices = choices.SelectMany(choice => Enumerable.Range(choice.Length == 0 ? 0 : choice[^1] + 1, columns - (choice.Length == 0 ? 0 : choice[^1] + 1))
                .Select(column => (int[])[.. choice, column])).ToList();
            foreach (var choice in choices)
                yield return choice;
        }
    }

    // Every part but the whole: a shorter rare one is minimal itself or holds a minimal one.
    private static IEnumerable<string> Parts(int[] columns, string[] values)
    {
        for (var mask = 1; mask < (1 << columns.Length) - 1; mask++)
        {
            int[] kept = [.. Enumerable.Range(0, columns.Length).Where(i => (mask >> i & 1) != 0)];
            yield return Name([.. kept.Select(i => columns[i])], [.. kept.Select(i => values[i])]);
        }
    }

    private static string Name(int[] columns, string[] values) => string.Join('\n', columns.Select((column, i) => $"{column}\t{values[i]}"));
}
