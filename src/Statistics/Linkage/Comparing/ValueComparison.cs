using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>One column of words or of digits: the same, a slip, alike, different. Blanks do not count.</summary>
internal sealed class ValueComparison(int column, string name, FieldRole role, bool isEncoded = false) : IComparison
{
    public const byte Different = 5;
    private const double LargestChance = 0.02;
    private readonly Vocabulary _values = new(isHeard: false, isEncoded);
    private readonly ILikeness _alike = isEncoded ? new FilterLikeness() : new Likeness();
    private readonly Slot _slot = new(name, ["missing", "same", "one slip", "close", "distant", "different"]);

    public FieldRole Role => role;

    /// <summary>Whether so few share a value that it helps to find somebody: a street does, a sex or a region does not.</summary>
    public bool IsSelective => role is FieldRole.Code or FieldRole.Text && _slot.Chance < LargestChance;

    public IReadOnlyList<Slot> Slots => [_slot];

    public object? Code(string[] row, bool learns)
    {
        if (isEncoded)
            return row[column].Length == 0 ? null : _values.Of(row[column], learns);
        var text = PlainText.Key(row[column]);
        if (role is not FieldRole.Email)
            text = text.Replace(" ", "", StringComparison.Ordinal);
        if (role == FieldRole.Sex)
            text = text.Length == 0 ? "" : text[..1];
        return text.Length == 0 ? null : _values.Of(text, learns);
    }

    public void Learned(int records) => _slot.Chance = _values.Chance(records);

    public void Compare(object? one, object? other, Span<Reading> readings) =>
        readings[0] = one is Term a && other is Term b ? Compare(a, b) : default;

    private Reading Compare(Term a, Term b)
    {
        if (a.Text == b.Text)
            return new Reading(1, int.Max(a.Records, b.Records));
        if (role == FieldRole.Sex)
            return new Reading(Different);
        if (isEncoded)
            return OfEncoded(a, b);
        if (role is FieldRole.Document or FieldRole.Phone or FieldRole.Code)
            return new Reading(DamerauLevenshtein.IsWithinOne(a.Text, b.Text) ? (byte)2 : Different, 0);
        return _alike.Of(a, b) switch
        {
            Grade.Close when int.Min(a.Text.Length, b.Text.Length) >= 4 && DamerauLevenshtein.IsWithinOne(a.Text, b.Text) => new Reading(2, int.Max(a.Records, b.Records)),
            Grade.Close => new Reading(3, int.Max(a.Records, b.Records)),
            Grade.Distant => new Reading(4),
            _ => new Reading(Different),
        };
    }

    private Reading OfEncoded(Term a, Term b)
    {
        var records = role is FieldRole.Email or FieldRole.Text ? int.Max(a.Records, b.Records) : 0;
        return _alike.Of(a, b) switch
        {
            Grade.SaidAlike => new Reading(2, records),
            Grade.Close => new Reading(3, records),
            Grade.Distant => new Reading(4),
            _ => new Reading(Different),
        };
    }

    public string? Exact(object? code) => role is FieldRole.Document or FieldRole.Phone or FieldRole.Email && code is Term value ? value.Text : null;
}
