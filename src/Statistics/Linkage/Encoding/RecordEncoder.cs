using Amparo.Statistics.Linkage.Comparing;

namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>Turns records into encodings. The records are normalised as they are for linking in clear text, by the agency that holds them.</summary>
public sealed class RecordEncoder
{
    // Of a piece in the filter of one field: a name of eight letters then sets about a quarter of the bits.
    private const int BitsInField = 5;
    private readonly EncodingKey _key;
    private readonly EncodingOptions _options;
    private readonly Dictionary<(string Domain, string Piece), ushort[]> _places = [];

    private RecordEncoder(EncodingKey key, EncodingOptions options) => (_key, _options) = (key, options);

    /// <param name="table">One record or more.</param>
    /// <param name="key">The secret.</param>
    /// <param name="options">All who link with each other use the same.</param>
    /// <param name="yearOfAges">The year in which ages were told; 0 to read it from records with the same names of which one has a date.</param>
    public static EncodedTable Encode(RecordTable table, EncodingKey key, EncodingOptions options, int yearOfAges = 0)
    {
        RecordCoder coder = new(table);
        var codes = coder.Learn();
        if (yearOfAges == 0)
            YearOfAges.Learn(coder, codes);
        else if (coder.Birth is { } births)
            births.YearOfAges = yearOfAges;
        EncodedPart[] parts = [.. EncodedPart.All(coder)];
        RecordEncoder encoder = new(key, options);
        string[][] rows = [.. codes.Select((code, record) => (string[])[table.IdOf(record), .. encoder.Cells(parts, code, YearOfBirth(coder, code))])];
        return new EncodedTable(options, key.Name, options.Kind == EncodingKind.Fields
            ? new RecordTable(["record", .. parts.Select(part => part.Name)], [FieldRole.Id, .. parts.Select(part => part.Role)], rows)
            : new RecordTable(["record", "whole record"], [FieldRole.Id, FieldRole.None], rows));
    }

    private IEnumerable<string> Cells(EncodedPart[] parts, object?[] code, int year)
    {
        var filter = new ulong[EncodedTable.WidthOf(_options.Kind) / 64];
        if (_options.Kind == EncodingKind.Record)
        {
            foreach (var part in parts)
                Add(part, code, year, part.Weight, filter);
            return [Array.TrueForAll(filter, word => word == 0) ? "" : BloomFilter.Write(filter)];
        }

        return parts.Select(part =>
        {
            Array.Clear(filter);
            return Add(part, code, year, BitsInField, filter) ? BloomFilter.Write(filter) : "";
        });
    }

    private bool Add(EncodedPart part, object?[] code, int year, int bits, ulong[] filter)
    {
        if (part.Pieces(code) is not { } pieces)
            return false;
        var domain = _options.Salt == EncodingSalt.BirthYear && part.IsCommon ? $"{part.Domain}|{year}" : part.Domain;
        foreach (var piece in pieces)
        {
            foreach (var place in Places(domain, piece).AsSpan(0, bits))
                filter[place / 64] |= 1UL << (place % 64);
        }

        return true;
    }

    private ushort[] Places(string domain, string piece)
    {
        if (!_places.TryGetValue((domain, piece), out var places))
        {
            _places[(domain, piece)] = places = new ushort[EncodingKey.MostBits];
            _key.Places(domain, piece, places, EncodedTable.WidthOf(_options.Kind));
        }

        return places;
    }

    private static int YearOfBirth(RecordCoder coder, object?[] code) => coder.Birth is { } births && code[1] is Birth birth ? births.YearOf(birth) : 0;
}
