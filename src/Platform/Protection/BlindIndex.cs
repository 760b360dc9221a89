namespace Amparo.Platform.Protection;

/// <summary>A keyed hash by which a high-entropy value (a telephone number, a document) can be found without being stored.</summary>
/// <remarks>HMAC-SHA256 cut to 16 bytes, preceded by the key's version, so that each row says which key it needs. A type of its own, so
/// that rotation finds every such column in the model.</remarks>
public readonly record struct BlindIndex(byte[] Bytes)
{
    /// <summary>The length of every index.</summary>
    public const int Length = 17;

    /// <summary>Which version of the key made it.</summary>
    public byte Version => Bytes[0];

    public bool Equals(BlindIndex other) => Bytes.AsSpan().SequenceEqual(other.Bytes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    public override string ToString() => Convert.ToHexStringLower(Bytes);
}
