namespace Amparo.Screening;

/// <summary>One form of an element, as the country's law names it: recruitment, deception, begging, wages.</summary>
/// <param name="Code">The form's code, unique over all kinds (<c>means.deception</c>).</param>
/// <param name="Kind">Which element it is a form of; any form of a kind is enough for it.</param>
/// <param name="International">For trafficking: whether the Palermo Protocol names it too, or the country's law alone.</param>
/// <param name="Sexual">For purposes: whether the indicators for sexual exploitation belong to it, instead of those for labour.</param>
public sealed record LegalElement(string Code, ElementKind Kind, bool International = true, bool Sexual = false)
{
    internal bool IsOfTrafficking => Kind is ElementKind.Act or ElementKind.Means or ElementKind.Purpose;
}
