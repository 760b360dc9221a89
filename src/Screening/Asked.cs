namespace Amparo.Screening;

/// <summary>Of whom a question may be asked.</summary>
public enum Asked
{
    /// <summary>Of the person concerned, and about them of anybody else: it has two wordings.</summary>
    Anyone,

    /// <summary>Only of the person concerned: nobody else can know, or asking others would endanger them.</summary>
    Person,

    /// <summary>Only of somebody else: a neighbour, a relative, a passer-by.</summary>
    Bystander,
}
