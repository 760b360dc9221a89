using System.Text.Json;

namespace Amparo.Platform.Packs;

/// <summary>A JSON value that knows on which line it stands, so that a problem can be shown where it is.</summary>
internal sealed record JsonAt(
    int Line, JsonTokenType Kind, string? Text, IReadOnlyList<KeyValuePair<string, JsonAt>> Members, IReadOnlyList<JsonAt> Items)
{
    public JsonAt? this[string member] => Members.FirstOrDefault(pair => pair.Key == member).Value;

    public IEnumerable<JsonAt> WithAllInside() =>
        Members.Select(pair => pair.Value).Concat(Items).SelectMany(inner => inner.WithAllInside()).Prepend(this);

    /// <summary>
    /// The line of the entry with this code, else of the first value with this text, else the first line; looked for inside one entry
    /// when that is named.
    /// </summary>
    public int LineOf(string text, string? within = null) =>
        (within is null ? null : Entry(within)?.Find(text)) ?? Find(within ?? text) ?? 1;

    public static JsonAt Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        var lines = new LineCount();
        try
        {
            reader.Read();
            var root = Value(ref reader, json, lines);
            reader.Read();
            return root;
        }
        catch (InvalidOperationException error)
        {
            // The reader says so, in these words, of text that is half a surrogate pair.
            throw new JsonException(error.Message, null, lines.At(json, (int)reader.TokenStartIndex) - 1, null, error);
        }
    }

    private int? Find(string text) => Entry(text)?["code"]?.Line ?? WithAllInside().FirstOrDefault(value => value.Text == text)?.Line;

    private JsonAt? Entry(string code) => WithAllInside().FirstOrDefault(value => value["code"]?.Text == code);

    private static JsonAt Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, LineCount lines)
    {
        var line = lines.At(json, (int)reader.TokenStartIndex);
        var members = new List<KeyValuePair<string, JsonAt>>();
        var items = new List<JsonAt>();
        var kind = reader.TokenType;
        var text = kind == JsonTokenType.String ? reader.GetString() : null;
        if (kind == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                reader.Read();
                members.Add(new(name, Value(ref reader, json, lines)));
            }
        }
        else if (kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(Value(ref reader, json, lines));
            }
        }

        return new(line, kind, text, members, items);
    }

    private sealed class LineCount
    {
        private int _line = 1;
        private int _seen;

        public int At(ReadOnlySpan<byte> json, int index)
        {
            _line += json[_seen..index].Count((byte)'\n');
            _seen = index;
            return _line;
        }
    }
}
