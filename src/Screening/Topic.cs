namespace Amparo.Screening;

/// <summary>What a question is about; says where it stands on a page and what its answers owe.</summary>
public enum Topic
{
    /// <summary>Whether somebody is hurt or in danger; decides nothing about trafficking.</summary>
    Safety,

    /// <summary>How the speaker knows; decides nothing.</summary>
    Source,

    /// <summary>How old the person is.</summary>
    Age,

    /// <summary>Recruited, transported, transferred, harboured, received, retained.</summary>
    Act,

    /// <summary>Force, threat, deceit, abuse and the other means.</summary>
    Means,

    /// <summary>What for: exploitation, done or intended.</summary>
    Purpose,

    /// <summary>A border crossed irregularly with somebody's paid help.</summary>
    Smuggling,

    /// <summary>Rights of whoever works.</summary>
    Labour,

    /// <summary>Another crime or violence.</summary>
    OtherCrime,
}
