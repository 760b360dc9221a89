using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Platform.Packs;

/// <summary>Reads an enumeration from its name in kebab-case, and names the words it knows when it meets another.</summary>
internal sealed class WordConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    private sealed class Words<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly OrderedDictionary<string, T> _known = new(
            Enum.GetValues<T>().Select(value => KeyValuePair.Create(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), value)),
            StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var word = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
            return _known.TryGetValue(word, out var value)
                ? value
                : throw new JsonException($"“{word}” is not one of: {string.Join(", ", _known.Keys)}.");
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}
