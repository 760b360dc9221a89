using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amparo.Platform.Audit;

/// <summary>A seal's head as one line of the anchor: enough for a holder without database or key to check the chain and the signatures.</summary>
internal sealed record AnchorLine(
    long Number,
    long From,
    long To,
    int Count,
    long Total,
    byte[] Root,
    byte[] Leaves,
    byte[] Previous,
    DateTimeOffset At,
    int KeyVersion,
    string KeyId,
    byte[] Hash,
    byte[] Signature,
    byte[] PublicKey)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    [JsonIgnore]
    public SealHead Head => new(Number, From, To, Count, Total, Root, Leaves, Previous, At, KeyVersion, KeyId);

    /// <summary>Whether the line agrees with itself: the hash is the head's, and the key it names signed it.</summary>
    [JsonIgnore]
    public bool IsSound => Head.Hash().AsSpan().SequenceEqual(Hash) && SealKey.HasSigned(PublicKey, Head, Signature);

    public static AnchorLine Of(Seal seal, SealKey key)
    {
        var head = seal.Head();
        return new AnchorLine(
            head.Number, head.From, head.To, head.Count, head.Total, head.Root, head.Leaves, head.Previous, head.At, head.KeyVersion, head.KeyId,
            head.Hash(), seal.Signature, key.PublicKey);
    }

    /// <summary>Null when the line is torn or was written over.</summary>
    public static AnchorLine? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AnchorLine>(line, Options);
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, Options);
}
