using Amparo.Statistics.Disclosure.Attacks;

namespace Amparo.Statistics.Disclosure.Releases;

/// <summary>
/// What several releases give away together, though each alone does not: all of the country and all but one district, this month's table and the last's.
/// The attacker of suppression, who holds all of them.
/// </summary>
public static class Differencing
{
    /// <summary>The small counts that are too well known; none where the releases may stand beside each other.</summary>
    /// <param name="table">The truth. Every category of every dimension, crossed with the others', is looked at, printed or not.</param>
    /// <param name="releases">One or more.</param>
    /// <param name="protection">What must not be learnt.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="ArgumentException">No release, wrong options, a suppressed zero where zeros are public, or a table too large to be checked.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<Exposure> Check(CountTable table, IReadOnlyList<Release> releases, Protection protection, CancellationToken cancel)
    {
        if (releases.Count == 0)
            throw new ArgumentException("There is no release to check.", nameof(releases));
        protection.Check();
        if (protection.ZerosArePublic && releases.SelectMany(release => release.Gaps).FirstOrDefault(gap => gap.Count == 0) is { } hidden)
            throw new ArgumentException($"Zeros are said to be printed, but {hidden}, where nobody is counted, is suppressed. Say that zeros are hidden.");
        Figure[] printed = [.. releases.SelectMany(release => release.Printed)];
        Figure[] shown = [.. printed, .. releases.SelectMany(release => release.Gaps)];
        var all = table.Figures([[.. Enumerable.Range(0, table.Dimensions.Count)]]);
        Figure[] small = [.. all.Where(figure => protection.IsSmall(figure.Count))];
        var unknowns = new Unknowns(table, shown, small, protection);
        var attacker = new Attacker(unknowns, protection);
        var isPrinted = unknowns.Of.Take(printed.Length).Where(unknown => unknown >= 0).ToHashSet();
        foreach (var gap in unknowns.Of.Skip(printed.Length).Take(shown.Length - printed.Length).Where(unknown => unknown >= 0 && !isPrinted.Contains(unknown)))
            attacker.Hide(gap);
        List<Exposure> exposures = [];
        for (var i = 0; i < small.Length; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var unknown = unknowns.Of[shown.Length + i];
            var derivable = unknown < 0 ? new Derivable(small[i].Count, small[i].Count) : attacker.Derive(unknown);
            if (!protection.Suffices(derivable))
                exposures.Add(new Exposure(small[i], derivable, By(releases, small[i])));
        }

        return exposures;
    }

    private static string? By(IReadOnlyList<Release> releases, Figure small) =>
        releases.FirstOrDefault(release => release.Printed.Any(figure => figure.Cells.SequenceEqual(small.Cells)))?.Name;
}
