namespace Amparo.Screening;

/// <summary>One form of an element, with the answers that made its state so and those that are missing.</summary>
/// <param name="For">The answers that speak for it, in the bank's order.</param>
/// <param name="Against">The answers that rule it out as far as their question goes.</param>
/// <param name="Missing">The unanswered questions that could still show it, in the bank's order.</param>
public sealed record ElementFinding(
    LegalElement Element, Presence State, IReadOnlyList<Evidence> For, IReadOnlyList<Evidence> Against, IReadOnlyList<MissingAnswer> Missing);
