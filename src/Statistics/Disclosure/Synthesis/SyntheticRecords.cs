namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>Made-up records, and what they cost.</summary>
/// <param name="Records">As many as the noise lets it be known that there are people.</param>
/// <param name="Rho">What was lost at most (zero-concentrated).</param>
/// <param name="Pairs">Indices of the columns whose ties were measured; all other columns are made as if they had none but through these.</param>
public sealed record SyntheticRecords(CodedRecords Records, double Rho, IReadOnlyList<(int One, int Other)> Pairs);
