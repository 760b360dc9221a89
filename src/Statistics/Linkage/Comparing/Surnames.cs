namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>One or two surnames in their places, or changed round.</summary>
internal static class Surnames
{
    public const byte Different = 7;

    public static IReadOnlyList<string> Levels { get; } = ["missing", "same", "said alike", "close", "distant", "same, in the other place", "close, in the other place", "different"];

    public static void Compare(Names a, Names b, ILikeness alike, Span<Reading> readings)
    {
        var straight = (First: Of(a.First, b.First, alike), Second: Of(a.Second, b.Second, alike));
        if (straight is { First: null or >= Grade.SaidAlike, Second: null or >= Grade.SaidAlike } and not { First: null, Second: null })
        {
            Straight(a, b, straight.First, straight.Second, readings);
            return;
        }

        var crossed = (First: Of(a.First, b.Second, alike), Second: Of(a.Second, b.First, alike));
        if (Sum(crossed.First, crossed.Second) <= Sum(straight.First, straight.Second) || Best(crossed.First, crossed.Second) < Grade.Close)
        {
            Straight(a, b, straight.First, straight.Second, readings);
            return;
        }

        // The change of places is said once, of the surname that agrees better; the other then speaks as it does in its own place.
        var one = (Mine: a.First, Theirs: b.Second, Grade: crossed.First);
        var two = (Mine: a.Second, Theirs: b.First, Grade: crossed.Second);
        var (better, rest) = Rank(one).CompareTo(Rank(two)) >= 0 ? (one, two) : (two, one);
        readings[0] = new Reading((byte)(better.Grade >= Grade.SaidAlike ? 5 : 6), int.Max(better.Mine!.Records, better.Theirs!.Records));
        if (readings.Length > 1)
            readings[1] = Reading(rest.Mine, rest.Theirs, rest.Grade);

        // Of two that agree as well, the one that more people have.
        static (int, int) Rank((Term? Mine, Term? Theirs, Grade? Grade) pair) =>
            pair.Grade is { } grade ? ((int)grade, int.Max(pair.Mine!.Records, pair.Theirs!.Records)) : (-1, 0);
    }

    private static void Straight(Names a, Names b, Grade? first, Grade? second, Span<Reading> readings)
    {
        readings[0] = Reading(a.First, b.First, first);
        if (readings.Length > 1)
            readings[1] = Reading(a.Second, b.Second, second);
    }

    private static Grade? Of(Term? one, Term? other, ILikeness alike) => one is null || other is null ? null : alike.Of(one, other);

    private static int Sum(Grade? one, Grade? other) => (int)(one ?? Grade.Different) + (int)(other ?? Grade.Different);

    private static Grade Best(Grade? one, Grade? other) => (Grade)int.Max((int)(one ?? Grade.Different), (int)(other ?? Grade.Different));

    private static Reading Reading(Term? one, Term? other, Grade? grade) => grade switch
    {
        null => default,
        Grade.Different => new Reading(Different),
        Grade.Distant => new Reading(4),
        _ => new Reading((byte)(1 + (Grade.Same - grade.Value)), int.Max(one!.Records, other!.Records)),
    };
}
