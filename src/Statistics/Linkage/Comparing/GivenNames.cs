namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>Given names: <c>José Luis</c>, <c>Luis José</c>, <c>José</c>, <c>Pepe</c> and <c>Jose L.</c> may be one.</summary>
internal static class GivenNames
{
    public const byte Distant = 7;
    public const byte Crossed = 8;
    public const byte Different = 9;

    /// <summary>From this level on, the names hardly agree.</summary>
    public const byte Weak = 6;

    public static IReadOnlyList<string> Levels { get; } =
    [
        "missing", "same", "said alike or turned round", "close", "one has fewer names", "one has fewer names, close", "share a name", "distant",
        "given name and surname changed places", "different",
    ];

    public static Reading Compare(Names a, Names b, ILikeness alike)
    {
        if (a.Whole is null || b.Whole is null)
            return default;
        if (ReferenceEquals(a.Whole, b.Whole) || a.Whole.Text == b.Whole.Text)
            return new Reading((byte)(InOrder(a.Given, b.Given) ? 1 : 2), a.Whole.Records);
        // Which of two is the first must not matter, where each has as many names.
        var isFirst = a.Given.Length == b.Given.Length ? string.CompareOrdinal(a.Whole.Text, b.Whole.Text) < 0 : a.Given.Length < b.Given.Length;
        var (few, many) = isFirst ? (a.Given, b.Given) : (b.Given, a.Given);
        Term? rarest = null;
        var (worst, best, taken) = (Grade.Same, Grade.Different, 0);
        foreach (var word in few)
        {
            var (found, at) = (Grade.Different, -1);
            for (var i = 0; i < many.Length; i++)
            {
                if ((taken >> i & 1) == 0 && alike.Of(word, many[i]) is var grade && grade > found)
                    (found, at) = (grade, i);
            }

            worst = (Grade)int.Min((int)worst, (int)found);
            best = (Grade)int.Max((int)best, (int)found);
            if (at < 0)
                continue;
            taken |= 1 << at;
            if (found >= Grade.Close && (rarest is null || int.Max(word.Records, many[at].Records) < rarest.Records))
                rarest = word.Records > many[at].Records ? word : many[at];
        }

        var records = rarest is null ? 0 : int.Max(1, rarest.Records);
        var wholes = int.Max(a.Whole.Records, b.Whole.Records);
        if (few.Length == many.Length)
        {
            return worst >= Grade.SaidAlike ? new Reading(2, wholes) : worst >= Grade.Close ? new Reading(3, wholes)
                : best >= Grade.Close ? new Reading(6, records, true) : new Reading((byte)(best >= Grade.Distant ? 7 : Different));
        }

        return worst >= Grade.SaidAlike ? new Reading(4, records, true) : worst >= Grade.Close ? new Reading(5, records, true)
            : best >= Grade.Close ? new Reading(6, records, true) : new Reading((byte)(best >= Grade.Distant ? 7 : Different));
    }

    /// <summary>Whether the given name of each is the surname of the other, or of one of them at least where nothing else is known.</summary>
    public static bool AreCrossed(Names a, Names b) =>
        a.Given.Length > 0 && b.Given.Length > 0 && a.First is { } first && b.First is { } other
        && a.Given.Any(word => word.Sound == other.Sound) && b.Given.Any(word => word.Sound == first.Sound);

    private static bool InOrder(Term[] a, Term[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i].Text != b[i].Text)
                return false;
        }

        return true;
    }
}
