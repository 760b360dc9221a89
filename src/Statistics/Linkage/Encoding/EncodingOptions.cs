namespace Amparo.Statistics.Linkage.Encoding;

/// <summary>How much of a record stays together.</summary>
public enum EncodingKind
{
    /// <summary>A filter for each field: links about as well as clear text, and shows who has the same value and how many.</summary>
    Fields,

    /// <summary>One filter for the whole record (Schnell, Bachteler and Reiher 2011): shows less, links worse.</summary>
    Record,
}

/// <summary>What the places of a value depend on besides key and field.</summary>
public enum EncodingSalt
{
    /// <summary>Nothing: the same value has the same places in every record.</summary>
    None,

    /// <summary>The year of birth: the same name in another year is another filter, so that it cannot be counted; a wrong year makes a person a stranger.</summary>
    BirthYear,
}

/// <summary>How records are encoded. All who link with each other use the same.</summary>
/// <param name="Kind">Fields or whole records.</param>
/// <param name="Salt">What names and other words are salted with; dates, documents, telephones and mail addresses never are, since few share one.</param>
public sealed record EncodingOptions(EncodingKind Kind = EncodingKind.Fields, EncodingSalt Salt = EncodingSalt.None);
