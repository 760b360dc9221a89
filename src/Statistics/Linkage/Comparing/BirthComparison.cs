using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>Dates of birth with each other, and an age with the age that a date implies. Two slots, since of one pair only one of them can be known.</summary>
internal sealed class BirthComparison : IComparison
{
    /// <summary>From this level on, at most two of year, month and day are the same, and more than a slip parts them.</summary>
    public const byte HardlyAlike = 5;

    private readonly RecordTable _table;
    private readonly Dictionary<string, int> _dates = new(StringComparer.Ordinal);
    private readonly List<Slot> _slots = [];

    public BirthComparison(RecordTable table)
    {
        _table = table;
        if (table.Roles.Any(role => role is FieldRole.BirthDate or FieldRole.BirthYear))
            _slots.Add(new("date of birth", ["missing", "same", "one slip", "day and month changed places", "same year, one rounded to 1 January", "two of year, month and day", "same year", "a year apart", "two to five years apart", "different"]));
        if (table.Roles.Contains(FieldRole.Age))
            _slots.Add(new("age", ["missing", "same", "a year apart", "two years apart", "three years apart", "four to six years apart", "different"]));
    }

    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>Age and year of birth add up to it: the year in which ages were told. 0 until it is known.</summary>
    public int YearOfAges { get; set; }

    public object? Code(string[] row, bool learns)
    {
        var (year, month, day) = Birth.Date(_table.Cell(row, FieldRole.BirthDate));
        if (_table.Roles.Contains(FieldRole.BirthYear))
            (year, month, day) = (Birth.Number(_table.Cell(row, FieldRole.BirthYear)), Birth.Number(_table.Cell(row, FieldRole.BirthMonth)), Birth.Number(_table.Cell(row, FieldRole.BirthDay)));
        var age = _table.Cell(row, FieldRole.Age);
        Birth birth = new(year, month, day, int.TryParse(age, out var years) && years is >= 0 and < 130 ? years : null);
        if (learns && birth.HasDate)
            _dates[birth.Digits] = _dates.GetValueOrDefault(birth.Digits) + 1;
        return birth is { HasDate: false, Age: null } ? null : birth;
    }

    public void Learned(int records)
    {
        if (_slots.Count > 0)
            _slots[0].Chance = _dates.Values.Sum(count => (double)count * count) / ((double)records * records);
    }

    public string? Exact(object? code) => code is Birth { HasDate: true } birth ? birth.Digits : null;

    public void Compare(object? one, object? other, Span<Reading> readings)
    {
        readings[.._slots.Count].Clear();
        if (one is not Birth a || other is not Birth b)
            return;
        if (a.HasDate && b.HasDate)
            readings[0] = Dates(a, b);
        else if (YearOfAges > 0 && (a.Age ?? ImpliedAge(a)) is { } age && (b.Age ?? ImpliedAge(b)) is { } otherAge)
            readings[^1] = new Reading((byte)(int.Abs(age - otherAge) switch { 0 => 1, 1 => 2, 2 => 3, 3 => 4, <= 6 => 5, _ => 6 }));
    }

    /// <summary>The years in which somebody may have been born who told this.</summary>
    public (int First, int Last) Years(Birth birth) => birth.HasDate ? (birth.Year, birth.Year)
        : birth.Age is { } age && YearOfAges > 0 ? (YearOfAges - age - 1, YearOfAges - age + 1) : (0, 0);

    /// <summary>The likeliest year; 0 where nothing tells it.</summary>
    public int YearOf(Birth birth) => birth.HasDate ? birth.Year : birth.Age is { } age && YearOfAges > 0 ? YearOfAges - age : 0;

    private int? ImpliedAge(Birth birth) => birth.HasDate ? YearOfAges - birth.Year : null;

    private Reading Dates(Birth a, Birth b)
    {
        if (a.Digits == b.Digits)
            return new Reading(1, _dates.GetValueOrDefault(a.Digits));
        if (a.Year == b.Year && (a.IsRounded || b.IsRounded))
            return new Reading(4);
        if (a.Year == b.Year && a.Month == b.Day && a.Day == b.Month)
            return new Reading(3);
        if (DamerauLevenshtein.IsWithinOne(a.Digits, b.Digits))
            return new Reading(2);
        var parts = (a.Year == b.Year ? 1 : 0) + (a.Month == b.Month ? 1 : 0) + (a.Day == b.Day ? 1 : 0);
        return new Reading((byte)(parts == 2 ? 5 : int.Abs(a.Year - b.Year) switch { 0 => 6, 1 => 7, <= 5 => 8, _ => 9 }));
    }
}
