namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>Which models compete.</summary>
/// <param name="Order">The most lists a term joins: 2, 3, up to t - 1; above that it is held to t - 1.</param>
/// <param name="Top">
/// How many of the data's best models the bootstrap chooses from: 20 for up to 4 lists and 100 for 5, as Chan, Silverman and Vincent found to
/// suffice, when not said; 0 takes all of them.
/// </param>
public sealed record BicOptions(int Order = 2, int? Top = null);
