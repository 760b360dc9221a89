using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>A person's names, coded.</summary>
internal sealed record Names(Term[] Given, Term? Whole, Term? First, Term? Second);

/// <summary>
/// Given names as a set of words, and surnames each in its place, in the other's, or both in one field. A surname that one record lacks is missing,
/// not different. Given name and surname that changed places agree once, in the given names' slot.
/// </summary>
internal sealed class NamesComparison : IComparison
{
    private readonly RecordTable _table;
    private readonly bool _hasTwo;
    private readonly bool _isEncoded;
    private readonly Vocabulary _words;
    private readonly Vocabulary _wholes = new(isHeard: false);
    private readonly Vocabulary _surnames;
    private readonly ILikeness _givenAlike;
    private readonly ILikeness _surnamesAlike;
    private readonly List<Slot> _slots;

    public NamesComparison(RecordTable table, bool isEncoded = false)
    {
        (_table, _isEncoded) = (table, isEncoded);
        (_words, _surnames) = (new(isHeard: true, isEncoded), new(isHeard: true, isEncoded));
        _givenAlike = isEncoded ? new FilterLikeness() : new Likeness(areGivenNames: true);
        _surnamesAlike = isEncoded ? new FilterLikeness() : new Likeness();
        _hasTwo = table.Roles.Contains(FieldRole.SecondSurname);
        _slots = [new("given names", GivenNames.Levels), new("surname", Surnames.Levels)];
        if (_hasTwo)
            _slots.Add(new("second surname", Surnames.Levels));
    }

    public IReadOnlyList<Slot> Slots => _slots;

    public object? Code(string[] row, bool learns)
    {
        Term[] given = [.. Words(row, FieldRole.GivenNames).Distinct(StringComparer.Ordinal).Select(word => _words.Of(word, learns))];
        var whole = given.Length == 0 ? null : _wholes.Of(string.Join(' ', given.Select(word => word.Text).Order(StringComparer.Ordinal)), learns);
        var surnames = Words(row, FieldRole.Surname);
        var seconds = Words(row, FieldRole.SecondSurname);
        if (_hasTwo && seconds.Count == 0 && surnames.Count > 1)
            (surnames, seconds) = ([surnames[0]], [.. surnames.Skip(1)]);
        var first = surnames.Count == 0 ? null : _surnames.Of(string.Concat(surnames), learns);
        var second = seconds.Count == 0 ? null : _surnames.Of(string.Concat(seconds), learns);
        return whole is null && first is null && second is null ? null : new Names(given, whole, first, second);
    }

    // What is encoded was put into words, a filter for each, before.
    private IReadOnlyList<string> Words(string[] row, FieldRole role)
    {
        var text = _table.Cell(row, role);
        return _isEncoded ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : role == FieldRole.GivenNames ? NameWords.OfGivenNames(text) : NameWords.OfSurname(text);
    }

    public void Learned(int records)
    {
        (_slots[0].Chance, _slots[0].ChanceOfWord) = (_wholes.Chance(records), _words.Chance(records));
        foreach (var slot in _slots.Skip(1))
            slot.Chance = slot.ChanceOfWord = _surnames.Chance(records) / (_hasTwo ? 4 : 1);
    }

    public string? Exact(object? code) => code is Names { Whole: { } whole, First: { } surname } ? $"{whole.Text}|{surname.Text}" : null;

    public void Compare(object? one, object? other, Span<Reading> readings)
    {
        readings[.._slots.Count].Clear();
        if (one is not Names a || other is not Names b)
            return;
        readings[0] = GivenNames.Compare(a, b, _givenAlike);
        Surnames.Compare(a, b, _surnamesAlike, readings[1..]);
        if (readings[0].Level >= GivenNames.Weak && readings[1].Level == Surnames.Different && GivenNames.AreCrossed(a, b))
        {
            readings[0] = new Reading(GivenNames.Crossed);
            readings[1] = default;
        }
    }
}
