namespace Amparo.Screening;

/// <summary>An answer that was counted.</summary>
/// <param name="Strength">How strongly it speaks for what it is listed under; null where it rules it out.</param>
public sealed record Evidence(string Question, string Answer, Strength? Strength);
