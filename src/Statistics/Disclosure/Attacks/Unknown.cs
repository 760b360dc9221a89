namespace Amparo.Statistics.Disclosure.Attacks;

/// <summary>One count that an outsider may be without: figures that hold the same people share one, for who knows one knows the others.</summary>
/// <param name="Count">The truth.</param>
/// <param name="Figures">The figures that print it, by index; none for a cell that no table prints.</param>
internal sealed record Unknown(int Count, IReadOnlyList<int> Figures)
{
    /// <summary>Whether some table prints it, unless it is suppressed.</summary>
    public bool IsPrinted => Figures.Count > 0;
}
