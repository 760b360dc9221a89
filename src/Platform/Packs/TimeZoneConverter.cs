using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Platform.Packs;

internal sealed class TimeZoneConverter : JsonConverter<TimeZoneInfo>
{
    public override TimeZoneInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId
            ? zone
            : throw new JsonException($"“{name}” is not a known time zone; use an IANA name such as “Europe/Madrid”.");
    }

    public override void Write(Utf8JsonWriter writer, TimeZoneInfo value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Id);
}
