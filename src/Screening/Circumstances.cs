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

/// <summary>What is known beside the answers.</summary>
/// <param name="Speaker">Decides which questions are proposed, and which must be answered before something counts as absent.</param>
/// <param name="Age">An age known otherwise, from a document or an authority; the more protected of it and the answers holds.</param>
public sealed record Circumstances(Speaker Speaker = Speaker.Unknown, AgeGroup Age = AgeGroup.Unknown)
{
    /// <summary>Nothing known beside the answers.</summary>
    public static Circumstances None { get; } = new();

    internal bool MayAsk(Question question) => question.Asked switch
    {
        Asked.Person => Speaker != Speaker.Bystander,
        Asked.Bystander => Speaker != Speaker.Person,
        _ => true,
    };
}
