namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>How latent classes are drawn.</summary>
/// <param name="Classes">K: the most classes; the posterior leaves empty what it does not need.</param>
/// <param name="Chains">Each begins elsewhere. One chain alone may stay where it began (Binette and Steorts 2022).</param>
/// <param name="Sweeps">Sweeps of each chain that count, 100 or more; half as many before them are thrown away.</param>
/// <param name="MostUnseen">The unseen are at most so many times the seen.</param>
/// <param name="Level">Of the interval.</param>
/// <param name="Seed">The same gives the same figures.</param>
public sealed record LatentClassOptions(int Classes = 10, int Chains = 10, int Sweeps = 20_000, double MostUnseen = 20, double Level = 0.95, long Seed = 1);
