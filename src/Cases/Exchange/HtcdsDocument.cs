using System.Text.Encodings.Web;
using System.Text.Json;
using Amparo.Platform.Acts;

namespace Amparo.Cases.Exchange;

/// <summary>A case in the words of the standard: what a person looks at before it leaves is what the file holds.</summary>
internal sealed record HtcdsDocument(IReadOnlyList<HtcdsRecord> Records)
{
    /// <summary>What is written beside the standard's version, so that who reads it finds what our extensions mean.</summary>
    public const string Profile = "amparo-1";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        // Names of people and places are read as they are written; the file is no web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Changes when anything that would leave does.</summary>
    public string Stamp => Platform.Acts.Stamp.Of(JsonSerializer.Serialize(Sections));

    public byte[] Write(DateTimeOffset now) => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, object>
        {
            ["standard"] = Htcds.Version2.Standard.Name,
            ["version"] = Htcds.Version2.Standard.Version,
            ["publisher"] = Htcds.Version2.Standard.Publisher,
            ["licence"] = Htcds.Version2.Standard.Licence,
            ["profile"] = Profile,
            ["exported"] = now,
            ["records"] = Sections,
        },
        Readable);

    private Dictionary<string, object[]> Sections => Records
        .GroupBy(record => record.Section)
        .ToDictionary(section => section.Key, section => section.Select(object (record) => record.Fields.ToDictionary(f => f.Id, f => f.Value)).ToArray());
}

/// <summary>One row of one of the standard's tables.</summary>
internal sealed record HtcdsRecord(string Section, IReadOnlyList<HtcdsField> Fields)
{
    public const string Organization = "Organization";
    public const string Case = "Case";
    public const string CaseComment = "Case Comment";
    public const string Person = "Person";
    public const string Event = "Historic Trafficking Events";
    public const string Consent = "Consent";
}

/// <summary>A field with what the file holds and what people read for it.</summary>
internal sealed record HtcdsField
{
    /// <exception cref="ArgumentException">The standard has no such field, or not that code in it: a fault of ours, never of what was typed.</exception>
    public HtcdsField(string id, object value, string? shown = null)
    {
        if (!Htcds.Version2.Knows(id))
            throw new ArgumentException($"HTCDS has no field {id}.", nameof(id));
        if (Htcds.Version2.CodesOf(id) is { } codes && (value as IEnumerable<string> ?? [(string)value]).FirstOrDefault(code => !codes.Contains(code)) is { } unknown)
            throw new ArgumentException($"HTCDS has no code {unknown} in {id}.", nameof(value));
        (Id, Value, Shown) = (id, value, shown ?? value.ToString()!);
    }

    public string Id { get; }

    public object Value { get; }

    public string Shown { get; }
}
