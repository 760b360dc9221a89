namespace Amparo.Screening;

/// <summary>Which part of which rule an element belongs to.</summary>
public enum ElementKind
{
    /// <summary>What was done to the person (Palermo Protocol, art. 3(a); Peru, Código Penal, art. 129-A: with retention).</summary>
    Act,

    /// <summary>How it was done; not needed under 18 (Palermo Protocol, art. 3(c)).</summary>
    Means,

    /// <summary>What for: it suffices that it was intended, exploitation need not have happened (Palermo Protocol, art. 3(a): “for the purpose of”).</summary>
    Purpose,

    /// <summary>Somebody else procured the entry (Smuggling of Migrants Protocol, art. 3(a)).</summary>
    Procurement,

    /// <summary>An irregular entry into a State of which the person is neither a national nor a resident (the same, art. 3(a) and (b)).</summary>
    IrregularEntry,

    /// <summary>A financial or other material benefit for it (the same, art. 3(a)).</summary>
    Benefit,

    /// <summary>A right of whoever works that is not respected.</summary>
    LabourRights,

    /// <summary>A crime or violence that is one without trafficking too.</summary>
    OtherCrime,
}

/// <summary>One form of an element, as the country's law names it: recruitment, deception, begging, wages.</summary>
/// <param name="Code">The form's code, unique over all kinds (<c>means.deception</c>).</param>
/// <param name="Kind">Which element it is a form of; any form of a kind is enough for it.</param>
/// <param name="International">For trafficking: whether the Palermo Protocol names it too, or the country's law alone.</param>
/// <param name="Sexual">For purposes: whether the indicators for sexual exploitation belong to it, instead of those for labour.</param>
public sealed record LegalElement(string Code, ElementKind Kind, bool International = true, bool Sexual = false)
{
    internal bool IsOfTrafficking => Kind is ElementKind.Act or ElementKind.Means or ElementKind.Purpose;
}
