using Amparo.Statistics.Linkage.Comparing;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>One value of a record that is encoded.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Role">What it says of a person.</param>
/// <param name="Domain">Values of one domain can be compared with each other.</param>
/// <param name="Pieces">Of a coded record; nothing where the value is missing.</param>
internal sealed record EncodedPart(string Name, FieldRole Role, string Domain, Func<object?[], IEnumerable<string>?> Pieces)
{
    /// <summary>Given names beyond these are left out.</summary>
    private const int MostGivenNames = 3;

    /// <summary>Whether many share a value, so that counting them gives it away.</summary>
    public bool IsCommon => Role is FieldRole.GivenNames or FieldRole.Surname or FieldRole.SecondSurname or FieldRole.Sex or FieldRole.Text or FieldRole.Code;

    /// <summary>
    /// The bits that a piece sets in the encoding of a whole record: the more, the more the value weighs. Those that tell persons apart and are seldom
    /// wrong have most; words with many letters have few, since each letter brings a piece.
    /// </summary>
    public int Weight => Role switch
    {
        FieldRole.Document or FieldRole.Phone => 10,
        FieldRole.GivenNames or FieldRole.Surname or FieldRole.SecondSurname => 8,
        FieldRole.BirthDate or FieldRole.BirthYear => 6,
        FieldRole.Email or FieldRole.Code or FieldRole.Sex => 4,
        _ => 2,
    };

    /// <summary>What of a table is encoded. Columns of one role that few tables have twice are called by it, so that agencies may name them as they like.</summary>
    public static IEnumerable<EncodedPart> All(RecordCoder coder)
    {
        for (var i = 0; i < MostGivenNames; i++)
        {
            var at = i;
            yield return new($"given name {at + 1}", FieldRole.GivenNames, "name", code => (code[0] as Names)?.Given.ElementAtOrDefault(at) is { } word ? Encoding.Pieces.OfGivenName(word) : null);
        }

        yield return new("surname", FieldRole.Surname, "name", code => (code[0] as Names)?.First is { } first ? Encoding.Pieces.OfSurname(first) : null);
        if (coder.Table.Roles.Contains(FieldRole.SecondSurname))
            yield return new("second surname", FieldRole.SecondSurname, "name", code => (code[0] as Names)?.Second is { } second ? Encoding.Pieces.OfSurname(second) : null);
        if (coder.Birth is { } births)
        {
            yield return new("date of birth", FieldRole.BirthDate, "birth", code => code[1] is Birth birth && IsDay(birth) ? Encoding.Pieces.OfDate(birth) : null);
            yield return new("year of birth", FieldRole.BirthYear, "birth", code => code[1] is Birth birth && !IsDay(birth) && births.YearOf(birth) is > 0 and var year ? Encoding.Pieces.OfYear(year) : null);
        }

        Dictionary<FieldRole, int> met = [];
        for (var i = 0; i < coder.Comparisons.Count; i++)
        {
            if (coder.Comparisons[i] is not ValueComparison value)
                continue;
            var (at, times) = (i, met[value.Role] = met.GetValueOrDefault(value.Role) + 1);
            var name = value.Role is FieldRole.Text or FieldRole.Code ? Text.PlainText.Key(value.Slots[0].Name) : times == 1 ? value.Role.ToString().ToLowerInvariant() : $"{value.Role.ToString().ToLowerInvariant()} {times}";
            yield return new(name, value.Role, name, code => code[at] is Term term ? Encoding.Pieces.Pairs(term.Text) : null);
        }
    }

    // Who knows the year alone writes 1 January; as a date it would speak against every other day of that year.
    private static bool IsDay(Birth birth) => birth.HasDate && !birth.IsRounded;
}
