using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Platform.Packs;

/// <summary>When somebody is there: always (“24/7”), or at certain hours of certain days.</summary>
[JsonConverter(typeof(Reader))]
public sealed record Hours(IReadOnlyList<OpenHours> Weekly)
{
    private const string AlwaysWord = "24/7";

    public static Hours Always { get; } = new([]);

    public bool IsAlways => Weekly.Count == 0;

    /// <summary>Whether somebody is there at a local time of the country.</summary>
    public bool IsOpen(DateTime local) => IsAlways || Weekly.Any(open => open.Covers(local));

    internal sealed class Reader : JsonConverter<Hours>
    {
        public override Hours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String when reader.ValueTextEquals(AlwaysWord) => Always,
                JsonTokenType.StartArray when JsonSerializer.Deserialize<OpenHours[]>(ref reader, options) is { Length: > 0 } weekly =>
                    new(weekly),
                _ => throw new JsonException($"Hours are “{AlwaysWord}” or a list of days with from and to."),
            };

        public override void Write(Utf8JsonWriter writer, Hours value, JsonSerializerOptions options)
        {
            if (value.IsAlways)
            {
                writer.WriteStringValue(AlwaysWord);
            }
            else
            {
                JsonSerializer.Serialize(writer, value.Weekly, options);
            }
        }
    }
}

/// <summary>From one time to another on certain days; past midnight when the end comes before the beginning.</summary>
public sealed record OpenHours(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    internal bool Covers(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        return From < To
            ? Days.Contains(local.DayOfWeek) && time >= From && time < To
            : (Days.Contains(local.DayOfWeek) && time >= From) || (Days.Contains(local.AddDays(-1).DayOfWeek) && time < To);
    }
}
