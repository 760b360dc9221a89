namespace Amparo.Statistics.Disclosure.Attacks;

/// <summary>
/// What a publication leaves to be found out: cells first, then sums of cells. Cells under a zero that is printed are known and gone, and with them
/// what makes figures differ: a district in which all are women has one count, not two.
/// </summary>
internal sealed class Unknowns
{
    /// <summary>Cells times sums above which the linear programme is not asked.</summary>
    public const long MostEntries = 10_000_000;

    /// <param name="table">The truth.</param>
    /// <param name="figures">What is printed, unless it is suppressed.</param>
    /// <param name="targets">What is not printed and must be protected all the same.</param>
    /// <param name="protection">What small counts are.</param>
    /// <exception cref="ArgumentException">The table is too large.</exception>
    public Unknowns(CountTable table, IReadOnlyList<Figure> figures, IReadOnlyList<Figure> targets, Protection protection)
    {
        var isKnown = new bool[table.Counts.Length];
        foreach (var cell in figures.Where(figure => figure.Count == 0 && protection.ZerosArePublic).SelectMany(figure => figure.Cells))
            isKnown[cell] = true;
        var place = new int[isKnown.Length];
        for (var cell = 0; cell < place.Length; cell++)
            place[cell] = isKnown[cell] ? -1 : Cells++;
        List<(int Count, List<int> Figures)> all = [];
        for (var cell = 0; cell < place.Length; cell++)
        {
            if (!isKnown[cell])
                all.Add((table.Counts.Span[cell], []));
        }

        List<int[]> sums = [];
        Dictionary<string, int> known = [];
        Of = [.. figures.Concat(targets).Select((figure, i) =>
        {
            int[] live = [.. figure.Cells.Select(cell => place[cell]).Where(cell => cell >= 0).Order()];
            if (live.Length == 0)
                return -1;
            var index = live[0];
            if (live.Length > 1 && !known.TryGetValue(string.Join(' ', live), out index))
            {
                if ((sums.Count + 1L) * Cells > MostEntries)
                    throw new ArgumentException($"The table is too large to be checked: {Cells:N0} cells in more than {sums.Count:N0} sums. Publish fewer columns at once, or coarser codes.");
                index = known[string.Join(' ', live)] = all.Count;
                all.Add((figure.Count, []));
                sums.Add(live);
            }

            if (i < figures.Count)
                all[index].Figures.Add(i);
            return index;
        })];
        (Sums, All) = (sums, [.. all.Select(unknown => new Unknown(unknown.Count, unknown.Figures))]);
        Small = [.. All.Select(unknown => protection.IsSmall(unknown.Count))];
        Targets = [.. Enumerable.Range(0, All.Count).Where(i => Small[i])];
    }

    /// <summary>How many are cells; the others are <see cref="Sums"/>.</summary>
    public int Cells { get; }

    /// <summary>The cells' indexes of each sum.</summary>
    public IReadOnlyList<int[]> Sums { get; }

    /// <summary>Cells, then sums.</summary>
    public IReadOnlyList<Unknown> All { get; }

    /// <summary>The unknown of each figure and then each target; -1 for a zero that is printed.</summary>
    public IReadOnlyList<int> Of { get; }

    /// <summary>Whether the truth is small, by unknown. Small ones that a table prints are suppressed first of all.</summary>
    public IReadOnlyList<bool> Small { get; }

    /// <summary>The small ones: nobody may learn them, printed or not.</summary>
    public IReadOnlyList<int> Targets { get; }
}
