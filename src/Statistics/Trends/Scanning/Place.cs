namespace Amparo.Statistics.Trends.Scanning;

/// <summary>A place as a point: a district's seat or its middle.</summary>
/// <param name="Name">Its name or code.</param>
/// <param name="X">In the unit of the map; on the globe the longitude in degrees, east above 0.</param>
/// <param name="Y">In the unit of the map; on the globe the latitude in degrees, north above 0.</param>
public sealed record Place(string Name, double X, double Y);
