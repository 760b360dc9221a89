namespace Amparo.Statistics.Trends.Scanning.Files;

/// <summary>Which columns are what; what is not said is found by usual names, in English or Spanish.</summary>
/// <param name="Place">The place: place, district, lugar, distrito, ubigeo … when not said.</param>
/// <param name="Time">When: time, day, week, month, year, date, dia, semana, mes, anio, fecha …; none when the file has no such column.</param>
/// <param name="Cases">How many: n, count, cases, casos …; each line is one case where there is none.</param>
/// <param name="Population">How many live there: population, pop, poblacion.</param>
public sealed record ScanColumns(string? Place = null, string? Time = null, string? Cases = null, string? Population = null)
{
    private static readonly string[] Places = ["place", "district", "county", "area", "id", "lugar", "distrito", "provincia", "ubigeo"];
    private static readonly string[] Times = ["time", "day", "week", "month", "year", "date", "dia", "día", "semana", "mes", "anio", "año", "fecha"];
    private static readonly string[] Populations = ["population", "pop", "poblacion", "población"];

    internal static bool IsPlace(string name) => Places.Contains(name, StringComparer.OrdinalIgnoreCase);

    internal static bool IsTime(string name) => Times.Contains(name, StringComparer.OrdinalIgnoreCase);

    internal static bool IsPopulation(string name) => Populations.Contains(name, StringComparer.OrdinalIgnoreCase);

    internal static bool IsLongitude(string name) => name.ToUpperInvariant() is "LON" or "LONG" or "LONGITUDE" or "LONGITUD";

    internal static bool IsLatitude(string name) => name.ToUpperInvariant() is "LAT" or "LATITUDE" or "LATITUD";
}
