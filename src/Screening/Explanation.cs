namespace Amparo.Screening;

/// <summary>One item of why: a code that the program has words for, and what it speaks of.</summary>
/// <param name="Code">One of <see cref="Why"/>.</param>
/// <param name="Arguments">Codes in the order that <see cref="Why"/> names; enumerations by their name.</param>
public sealed record Explanation(string Code, params IReadOnlyList<string> Arguments)
{
    /// <summary>The code and its arguments in one line, for tests and logs.</summary>
    public override string ToString() => $"{Code}({string.Join(", ", Arguments)})";
}
