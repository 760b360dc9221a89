namespace Amparo.Screening;

/// <summary>
/// Whether something is there, as far as the answers say. Ordered, so that a conjunction is the minimum and a disjunction the maximum
/// (Kleene's strong logic with a fourth value): more knowledge of the same kind never turns the order round.
/// </summary>
public enum Presence
{
    /// <summary>Every question that could show it was truly answered, and the answers rule it out.</summary>
    Absent,

    /// <summary>Nothing speaks for it, and not everything was answered.</summary>
    Unknown,

    /// <summary>Something speaks for it, but not firmly: no strong answer, nor two answers of which one is medium.</summary>
    Indicated,

    /// <summary>One strong answer, or answers to two questions of which one is at least medium.</summary>
    Present,
}
