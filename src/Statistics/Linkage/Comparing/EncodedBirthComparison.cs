using Amparo.Statistics.Linkage.Encoding;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>When somebody was born, encoded: a whole date, or the year alone.</summary>
internal sealed record EncodedBirth(Term? Date, Term? Year);

/// <summary>
/// Encoded dates with each other by the Dice coefficient of their pieces, and a year with the years around another or around a date by how much of it
/// is in there. The bounds follow from the pieces of a date (<see cref="Pieces.OfDate"/>); the same year alone is <see cref="BirthComparison.HardlyAlike"/>.
/// </summary>
internal sealed class EncodedBirthComparison : IComparison
{
    private static readonly double[] OfDates = [0.7, 0.63, 0.535, 0.42, 0.28];
    private static readonly double[] OfYears = [0.9, 0.7, 0.5, 0.3];
    private readonly RecordTable _table;
    private readonly Vocabulary _dates = new(isHeard: false, isEncoded: true);
    private readonly Vocabulary _years = new(isHeard: false, isEncoded: true);
    private readonly List<Slot> _slots = [];

    public EncodedBirthComparison(RecordTable table)
    {
        _table = table;
        if (table.Roles.Contains(FieldRole.BirthDate))
            _slots.Add(new("date of birth", ["missing", "same", "the year before or after", "a slip", "two of year, month and day, or changed places", "same year", "the year before or after, another day", "different"]));
        if (table.Roles.Contains(FieldRole.BirthYear))
            _slots.Add(new("year of birth", ["missing", "same", "a year apart", "two years apart", "three years apart", "different"]));
    }

    public IReadOnlyList<Slot> Slots => _slots;

    public object? Code(string[] row, bool learns)
    {
        var (date, year) = (_table.Cell(row, FieldRole.BirthDate), _table.Cell(row, FieldRole.BirthYear));
        return date.Length == 0 && year.Length == 0 ? null
            : new EncodedBirth(date.Length == 0 ? null : _dates.Of(date, learns), year.Length == 0 ? null : _years.Of(year, learns));
    }

    public void Learned(int records)
    {
        if (_slots.Count > 0)
            _slots[0].Chance = _dates.Chance(records);
    }

    public string? Exact(object? code) => (code as EncodedBirth)?.Date?.Text;

    public void Compare(object? one, object? other, Span<Reading> readings)
    {
        readings[.._slots.Count].Clear();
        if (one is not EncodedBirth a || other is not EncodedBirth b)
            return;
        if (a.Date is { } date && b.Date is { } otherDate)
            readings[0] = date.Text == otherDate.Text ? new Reading(1, int.Max(date.Records, otherDate.Records)) : new Reading(Level(date.Filter!.Dice(otherDate.Filter!), OfDates, 2));
        else if ((a.Date ?? a.Year)?.Filter is { } born && (b.Date ?? b.Year)?.Filter is { } otherBorn)
            readings[^1] = new Reading(Level(born.Overlap(otherBorn), OfYears, 1));
    }

    private static byte Level(double likeness, double[] bounds, int first)
    {
        var level = 0;
        while (level < bounds.Length && likeness < bounds[level])
            level++;
        return (byte)(first + level);
    }
}
