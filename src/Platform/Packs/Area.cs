namespace Amparo.Platform.Packs;

/// <summary>A part of the country.</summary>
/// <param name="Level">1 for the biggest parts, 2 for their parts, and so on.</param>
/// <param name="Seat">Code of the area inside where its authorities sit, when it is one of the smallest areas.</param>
public sealed record Area(
    string Code, string Name, int Level, string? Parent, double? Lat = null, double? Lon = null, string? Seat = null);
