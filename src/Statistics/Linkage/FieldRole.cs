namespace Amparo.Statistics.Linkage;

/// <summary>What a column says of a person; it decides how the column is compared.</summary>
public enum FieldRole
{
    /// <summary>Not compared.</summary>
    None,

    /// <summary>What the record is called in the answer.</summary>
    Id,

    /// <summary>One or several given names; more than one column is read as one.</summary>
    GivenNames,

    /// <summary>The surname, or the first of two, or both in one field.</summary>
    Surname,

    /// <summary>The second surname.</summary>
    SecondSurname,

    /// <summary>1990-12-31, 19901231 or 31/12/1990.</summary>
    BirthDate,

    /// <summary>The year alone.</summary>
    BirthYear,

    /// <summary>The month alone, 1 to 12.</summary>
    BirthMonth,

    /// <summary>The day alone.</summary>
    BirthDay,

    /// <summary>In whole years, when the record was made.</summary>
    Age,

    /// <summary>Sex or gender.</summary>
    Sex,

    /// <summary>The number of an identity document.</summary>
    Document,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A number or code that others may share: a postcode, a house.</summary>
    Code,

    /// <summary>Any other words: a street, a place, an occupation, a nationality.</summary>
    Text,
}
