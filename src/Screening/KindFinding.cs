namespace Amparo.Screening;

/// <summary>An element: there when any form is, or when answers for several forms together are enough; absent when all its forms are.</summary>
/// <param name="Forms">All its forms, in the pack's order.</param>
/// <param name="Missing">What to ask next for it, the short set first; empty when it is settled.</param>
public sealed record KindFinding(ElementKind Kind, Presence State, IReadOnlyList<ElementFinding> Forms, IReadOnlyList<MissingAnswer> Missing)
{
    /// <summary>Whether it is there only in forms that the Palermo Protocol does not name (in Peru: retention).</summary>
    public bool OnlyNational => State >= Presence.Indicated && Forms.Where(form => form.For.Count > 0).All(form => !form.Element.International);
}
