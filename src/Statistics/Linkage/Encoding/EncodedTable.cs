namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>Records of which nothing can be read but what they are called.</summary>
/// <param name="Options">How they were encoded.</param>
/// <param name="Key">The name of the key, as <see cref="EncodingKey.Name"/> says it.</param>
/// <param name="Records">The first column is what a record is called, every other an encoding in base64, or empty where nothing is known.</param>
public sealed record EncodedTable(EncodingOptions Options, string Key, RecordTable Records)
{
    /// <summary>The bits of one field, and of a whole record.</summary>
    public static int WidthOf(EncodingKind kind) => kind == EncodingKind.Fields ? 256 : 1024;

    /// <summary>The encodings of whole records, packed for searching.</summary>
    /// <exception cref="InvalidOperationException">The records are encoded by fields.</exception>
    public EncodingSet Pack()
    {
        if (Options.Kind != EncodingKind.Record)
            throw new InvalidOperationException("Only encodings of whole records can be searched.");
        var words = WidthOf(EncodingKind.Record) / 64;
        var encodings = new ulong[Records.Rows.Count * words];
        for (var record = 0; record < Records.Rows.Count; record++)
        {
            if (Records.Rows[record][1].Length > 0)
                BloomFilter.Parse(Records.Rows[record][1]).Words.CopyTo(encodings.AsSpan(record * words));
        }

        return new EncodingSet(words, encodings);
    }
}
