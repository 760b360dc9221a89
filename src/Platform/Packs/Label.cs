using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Platform.Packs;

/// <summary>A text in each of the pack's languages.</summary>
[JsonConverter(typeof(Reader))]
public sealed class Label
{
    private readonly OrderedDictionary<string, string> _texts;

    public Label(IEnumerable<KeyValuePair<string, string>> texts)
    {
        _texts = new(texts, StringComparer.OrdinalIgnoreCase);
        if (_texts.Count == 0)
        {
            throw new ArgumentException("A label needs a text in at least one language.", nameof(texts));
        }
    }

    public IReadOnlyDictionary<string, string> Texts => _texts;

    public string In(CultureInfo culture) => In(culture.Name);

    /// <summary>The text in the culture, else in its language, else in Spanish, else in the first language given.</summary>
    public string In(string culture) =>
        _texts.TryGetValue(culture, out var exact) ? exact
        : _texts.TryGetValue(culture.Split('-')[0], out var language) ? language
        : _texts.TryGetValue("es", out var spanish) ? spanish
        : _texts.GetAt(0).Value;

    public override string ToString() => In(CultureInfo.CurrentUICulture);

    internal sealed class Reader : JsonConverter<Label>
    {
        public override Label Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("A label is an object of texts by language, as {\"es\": \"…\", \"en\": \"…\"}.");
            }

            var texts = new OrderedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var language = reader.GetString()!;
                reader.Read();
                texts[language] = reader.TokenType == JsonTokenType.String
                    ? reader.GetString()!
                    : throw new JsonException($"The text in “{language}” is not a text.");
            }

            return texts.Count > 0 ? new Label(texts) : throw new JsonException("The label is empty.");
        }

        public override void Write(Utf8JsonWriter writer, Label value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (language, text) in value._texts)
            {
                writer.WriteString(language, text);
            }

            writer.WriteEndObject();
        }
    }
}
