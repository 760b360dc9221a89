namespace Amparo.Screening;

/// <summary>A question that could settle something and has no answer.</summary>
/// <param name="Recorded">Which <see cref="NonAnswer"/> stands in its place.</param>
/// <param name="MayBeAsked">Whether this speaker may be asked; where nobody else speaks, it stays open.</param>
public sealed record MissingAnswer(string Question, string Recorded, bool MayBeAsked);
