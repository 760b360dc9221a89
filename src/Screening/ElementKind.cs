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
