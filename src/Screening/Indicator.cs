namespace Amparo.Screening;

/// <summary>An operational indicator: a sign that supports, and never decides.</summary>
/// <param name="Code">Its code (<c>DR.nature</c>).</param>
/// <param name="Dimension">The dimension it counts in.</param>
/// <param name="Grades">Its strength in each set it belongs to; at least one.</param>
/// <param name="Unasked">Whether it is left unasked on purpose; the pack says why.</param>
public sealed record Indicator(string Code, Dimension Dimension, IReadOnlyList<Grade> Grades, bool Unasked = false)
{
    /// <summary>Its grade in a set, or null when the set does not hold it.</summary>
    public Grade? In(IndicatorSet set) => Grades.FirstOrDefault(grade => grade.Set == set);
}

/// <summary>An indicator's strength in one set.</summary>
/// <param name="Confirmed">False while the strength was not read in the source: it is shown as provisional.</param>
public sealed record Grade(IndicatorSet Set, Strength Strength, bool Confirmed);
