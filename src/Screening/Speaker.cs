namespace Amparo.Screening;

/// <summary>Who is speaking.</summary>
public enum Speaker
{
    /// <summary>Not known, or several: every question may be asked.</summary>
    Unknown,

    /// <summary>The person concerned.</summary>
    Person,

    /// <summary>Somebody else.</summary>
    Bystander,
}
