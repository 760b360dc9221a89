using System.Text.Json.Serialization;

namespace Amparo.Platform.Packs;

/// <summary>What the program must know of the country it serves.</summary>
/// <param name="Languages">Every label of the pack has a text in each of these.</param>
/// <param name="PhonePrefix">The country's telephone prefix, digits alone, taken off before numbers are compared.</param>
/// <param name="NationalUnit">Code of the office that is told when no office is found for an area.</param>
/// <param name="Weekend">Days of the week on which public offices do not work.</param>
public sealed record Country(
    string Code,
    Label Name,
    [property: JsonConverter(typeof(TimeZoneConverter))] TimeZoneInfo TimeZone,
    IReadOnlyList<string> Languages,
    string DefaultCulture,
    string PhonePrefix,
    HelpLine Line,
    EmergencyNumber Emergency,
    string NationalUnit,
    IReadOnlyList<DayOfWeek> Weekend,
    AreaScheme Areas)
{
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone);

    /// <summary>The date it is now in the country.</summary>
    public DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    /// <summary>What the country calls an area of this level: province, district.</summary>
    public Label LevelOf(Area area) => Areas.Levels[area.Level - 1];

    /// <summary>The instant of a wall clock in the country; a time that daylight saving skips is read as winter time.</summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}

/// <summary>The line people reach: its name, its number, the agency that answers it, and the option they choose.</summary>
public sealed record HelpLine(string Name, string Number, string Agency, string? Option = null);

/// <summary>The number to dial when life is in danger.</summary>
public sealed record EmergencyNumber(string Number, Label Name, bool Confirmed);

/// <summary>How the country divides itself.</summary>
/// <param name="Levels">What each level is called, biggest first.</param>
/// <param name="CodesNest">Whether an area's code begins with its parent's code.</param>
public sealed record AreaScheme(IReadOnlyList<Label> Levels, bool CodesNest);
