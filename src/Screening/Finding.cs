namespace Amparo.Screening;

/// <summary>An answer that was counted.</summary>
/// <param name="Strength">How strongly it speaks for what it is listed under; null where it rules it out.</param>
public sealed record Evidence(string Question, string Answer, Strength? Strength);

/// <summary>A question that could settle something and has no answer.</summary>
/// <param name="Recorded">Which <see cref="NonAnswer"/> stands in its place.</param>
/// <param name="MayBeAsked">Whether this speaker may be asked; where nobody else speaks, it stays open.</param>
public sealed record MissingAnswer(string Question, string Recorded, bool MayBeAsked);

/// <summary>One form of an element, with the answers that made its state so and those that are missing.</summary>
/// <param name="For">The answers that speak for it, in the bank's order.</param>
/// <param name="Against">The answers that rule it out as far as their question goes.</param>
/// <param name="Missing">The unanswered questions that could still show it, in the bank's order.</param>
public sealed record ElementFinding(
    LegalElement Element, Presence State, IReadOnlyList<Evidence> For, IReadOnlyList<Evidence> Against, IReadOnlyList<MissingAnswer> Missing);

/// <summary>An element: there when any form is, or when answers for several forms together are enough; absent when all its forms are.</summary>
/// <param name="Forms">All its forms, in the pack's order.</param>
/// <param name="Missing">What to ask next for it, the short set first; empty when it is settled.</param>
public sealed record KindFinding(ElementKind Kind, Presence State, IReadOnlyList<ElementFinding> Forms, IReadOnlyList<MissingAnswer> Missing)
{
    /// <summary>Whether it is there only in forms that the Palermo Protocol does not name (in Peru: retention).</summary>
    public bool OnlyNational => State >= Presence.Indicated && Forms.Where(form => form.For.Count > 0).All(form => !form.Element.International);
}
