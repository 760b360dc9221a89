namespace Amparo.Platform.Protection;

/// <summary>A protected field as it lies in the database: ciphertext bound to its row and field. Only <see cref="Reveals"/> opens it.</summary>
public readonly record struct Sealed(byte[] Cipher)
{
    public bool IsEmpty => Cipher is null or { Length: 0 };

    public bool Equals(Sealed other) => Cipher.AsSpan().SequenceEqual(other.Cipher);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Cipher);
        return hash.ToHashCode();
    }

    public override string ToString() => "(sealed)";
}

/// <summary>What a protected field holds: identity is recorded at every reading, narrative once in a while.</summary>
public enum FieldClass
{
    Identity,
    Narrative,
}

/// <summary>A field that is stored sealed: of which kind of record, under which name, and what it holds.</summary>
public sealed record ProtectedField(string Kind, string Name, FieldClass Class);

/// <summary>A sealed property that is bound otherwise than its row and name say.</summary>
internal sealed record BoundField(Type Entity, string Property, Func<object, (Subject Record, string Field)> Of);

/// <summary>A blind index and the sealed property it finds.</summary>
internal sealed record IndexedField(Type Entity, string Property, string Of, Func<string, Packs.Pack, string> Normal);
