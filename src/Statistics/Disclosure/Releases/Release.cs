namespace Amparo.Statistics.Disclosure.Releases;

/// <summary>What was published at one time.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Printed">Its numbers.</param>
/// <param name="Gaps">What it shows to be suppressed.</param>
public sealed record Release(string Name, IReadOnlyList<Figure> Printed, IReadOnlyList<Figure> Gaps);

/// <summary>A small count of which too much can be derived.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Derivable">What can be derived.</param>
/// <param name="PrintedBy">The release that prints it as it stands; nothing where it takes arithmetic.</param>
public sealed record Exposure(Figure Figure, Derivable Derivable, string? PrintedBy);
