using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Platform;

/// <summary>A code from the country pack or the law (<c>labour</c>, <c>150601</c>): up to 40 letters, digits, dots and hyphens. Never words of a person.</summary>
[JsonConverter(typeof(CodeJson))]
public readonly record struct Code
{
    private readonly string? _value;

    public Code(string value)
    {
        if (!IsCode(value))
            throw new ArgumentException("A code has 1 to 40 letters, digits, dots or hyphens.", nameof(value));
        _value = value;
    }

    public string Value => _value ?? "";

    public static bool IsCode(string? text) =>
        text is { Length: > 0 and <= 40 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');

    public override string ToString() => Value;

    public static implicit operator string(Code code) => code.Value;
}

internal sealed class CodeJson : JsonConverter<Code>
{
    public override Code Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { Length: > 0 } text ? new Code(text) : default;

    public override void Write(Utf8JsonWriter writer, Code value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
