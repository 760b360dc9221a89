namespace Amparo.Statistics.MultipleSystems.ClosedPopulation;

/// <summary>Of a closed-population model.</summary>
/// <param name="Model">How chances differ.</param>
/// <param name="Level">Of the profile interval.</param>
public sealed record ClosedOptions(CaptureModel Model = CaptureModel.MthChao, double Level = 0.95);
