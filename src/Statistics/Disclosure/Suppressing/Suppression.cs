namespace Amparo.Statistics.Disclosure.Suppressing;

/// <summary>What happens to a figure.</summary>
public enum FigureStatus
{
    /// <summary>It is printed.</summary>
    Published,

    /// <summary>It is small, so it is not printed.</summary>
    Primary,

    /// <summary>It would give away a small one, so it is not printed.</summary>
    Complementary,
}

/// <summary>A figure, whether it may be printed, and what can be derived of it where not.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Status">Whether it may be printed.</param>
/// <param name="Derivable">What an outsider can derive; the count itself where it is printed.</param>
public sealed record SuppressedFigure(Figure Figure, FigureStatus Status, Derivable Derivable);

/// <summary>Linked tables with their gaps, and the proof.</summary>
/// <param name="Figures">In the order they were given.</param>
/// <param name="Cost">Of all complementary suppressions, in people or figures.</param>
/// <param name="LowestCost">No sufficient suppression costs less: proved. Equal to <paramref name="Cost"/> where the search came to its end.</param>
/// <param name="Unprotected">Small figures and cells of which too much can be derived, in words. While there are any, nothing may be published.</param>
public sealed record Suppression(IReadOnlyList<SuppressedFigure> Figures, double Cost, double LowestCost, IReadOnlyList<string> Unprotected)
{
    /// <summary>Whether it may be published.</summary>
    public bool IsSafe => Unprotected.Count == 0;

    /// <summary>Whether no cheaper suppression exists.</summary>
    public bool IsLeast => Cost <= LowestCost + 1e-6;
}
