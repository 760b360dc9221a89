namespace Amparo.Screening;

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
