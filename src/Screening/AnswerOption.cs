namespace Amparo.Screening;

/// <summary>One possible answer, and what it says.</summary>
/// <param name="Code">Its code, unique in the question (<c>yes</c>, <c>partly</c>, <c>over-12</c>).</param>
/// <param name="Elements">The elements it speaks for.</param>
/// <param name="Indicators">The indicators it fires; its strength caps the indicator's own.</param>
/// <param name="Denies">
/// Whether it rules out, as far as this question goes, all that the question's other answers speak for and it does not. Never together
/// with an element of trafficking.
/// </param>
/// <param name="Age">The age it tells, for a question that tells one.</param>
public sealed record AnswerOption(
    string Code, IReadOnlyList<Firing> Elements, IReadOnlyList<Firing> Indicators, bool Denies = false, AgeGroup? Age = null)
{
    /// <summary>How strongly it speaks for the element with this code, or null when it does not.</summary>
    public Strength? Fires(string element) => Elements.FirstOrDefault(firing => firing.Code == element)?.Strength;
}

/// <summary>What an answer speaks for, and how strongly.</summary>
/// <param name="Code">The code of an element or of an indicator.</param>
public sealed record Firing(string Code, Strength Strength);
