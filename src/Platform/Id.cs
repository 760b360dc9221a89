using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Platform;

/// <summary>The identity of one record of kind <typeparamref name="T"/> (see <see cref="Kind"/>): ordered in time, never spoken aloud.</summary>
[JsonConverter(typeof(IdJson))]
public readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>, IComparable<Id<T>>, IIdentity
{
    public static Id<T> New() => new(Guid.CreateVersion7());

    Subject IIdentity.Subject => this;

    public int CompareTo(Id<T> other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("N");

    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var parsed = Guid.TryParse(s, out var value);
        result = new Id<T>(value);
        return parsed;
    }

    public static implicit operator Subject(Id<T> id) => new(Kind.NameOf<T>(), id.Value);
}

/// <summary>An id of whatever kind, for who walks over all kinds of record.</summary>
internal interface IIdentity
{
    Subject Subject { get; }
}

/// <summary>Which record something is about, whatever its kind.</summary>
public readonly record struct Subject(string Kind, Guid Id)
{
    public override string ToString() => $"{Kind}/{Id:N}";
}

internal sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
