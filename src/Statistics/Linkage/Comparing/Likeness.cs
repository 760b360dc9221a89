using System.Numerics;
using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>How alike two values are.</summary>
internal enum Grade
{
    Different,

    /// <summary>Jaro-Winkler of 0.8.</summary>
    Distant,

    /// <summary>One slip, Jaro-Winkler of 0.92, or an initial.</summary>
    Close,

    /// <summary>Said alike, or a familiar form.</summary>
    SaidAlike,

    Same,
}

/// <summary>Grades two terms of one vocabulary.</summary>
internal interface ILikeness
{
    Grade Of(Term one, Term other);
}

/// <summary>The grade of two terms of one vocabulary, remembered: a table asks for the same few thousand pairs millions of times.</summary>
internal sealed class Likeness(bool areGivenNames = false, double close = 0.92, double distant = 0.8) : ILikeness
{
    private const int SurelyMoreThanASlip = 6;
    private const int Places = 1 << 20;
    private const int ShortestForASlip = 3;
    private readonly ulong[] _known = new ulong[Places];

    public Grade Of(Term one, Term other)
    {
        if (ReferenceEquals(one, other) || one.Text == other.Text)
            return Grade.Same;
        if (CannotBe(one, other))
            return Grade.Different;
        if (one.Number < 0 || other.Number < 0)
            return Compare(one, other);
        var (low, high) = one.Number < other.Number ? (one.Number, other.Number) : (other.Number, one.Number);
        var pair = ((ulong)low << 31 | (uint)high) + 1;
        ref var place = ref _known[(int)((pair * 0x9E37_79B9_7F4A_7C15) >> 44)];
        // One word is written and read as a whole, so that threads may share the table without a lock.
        var known = Volatile.Read(ref place);
        if (known >> 3 == pair)
            return (Grade)(known & 7);
        var grade = Compare(one, other);
        Volatile.Write(ref place, pair << 3 | (uint)grade);
        return grade;
    }

    // The most that Jaro and Winkler could find, from lengths, letters and the first four alone.
    private bool CannotBe(Term one, Term other)
    {
        if (one.Sound == other.Sound || (areGivenNames && (one.Full is not null || other.Full is not null || one.Text.Length == 1 || other.Text.Length == 1)))
            return false;
        var (a, b) = (one.Text.Length, other.Text.Length);
        double shared = int.Min(a - BitOperations.PopCount(one.Letters & ~other.Letters), b - BitOperations.PopCount(other.Letters & ~one.Letters));
        var jaro = (shared / a + shared / b + 1) / 3;
        var prefix = int.Min(4, one.Text.AsSpan().CommonPrefixLength(other.Text));
        return jaro + prefix * 0.1 * (1 - jaro) < distant && int.Abs(a - b) + (a - shared) + (b - shared) > SurelyMoreThanASlip;
    }

    private Grade Compare(Term one, Term other)
    {
        var (a, b) = (one.Text, other.Text);
        if (one.Sound == other.Sound || (areGivenNames && (one.Full is not null || other.Full is not null) && Nicknames.AreOne(a, b)))
            return Grade.SaidAlike;
        if (areGivenNames && (a.Length == 1 || b.Length == 1))
            return a[0] == b[0] ? Grade.Close : Grade.Different;
        if (int.Min(a.Length, b.Length) >= ShortestForASlip && (DamerauLevenshtein.IsWithinOne(a, b) || DamerauLevenshtein.IsWithinOne(one.Sound, other.Sound)))
            return Grade.Close;
        var similarity = JaroWinkler.Similarity(a, b);
        return similarity >= close ? Grade.Close : similarity >= distant ? Grade.Distant : Grade.Different;
    }
}
