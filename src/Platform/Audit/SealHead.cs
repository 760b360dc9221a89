using System.Security.Cryptography;

namespace Amparo.Platform.Audit;

/// <summary>What a seal signs, and what its hash binds into the next one.</summary>
internal sealed record SealHead(
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
    string KeyId)
{
    /// <summary>What the first seal has for a seal before.</summary>
    public static readonly byte[] NoPrevious = new byte[SHA256.HashSizeInBytes];

    public byte[] Bytes()
    {
        var bytes = new CanonicalBytes();
        bytes.Add("amparo.seal.v1");
        bytes.Add(Number);
        bytes.Add(From);
        bytes.Add(To);
        bytes.Add(Count);
        bytes.Add(Total);
        bytes.Add(Root);
        bytes.Add(Leaves);
        bytes.Add(Previous);
        bytes.Add(At.ToUnixTimeMilliseconds());
        bytes.Add(KeyVersion);
        bytes.Add(KeyId);
        return bytes.ToArray();
    }

    public Seal ToSeal(byte[] signature, byte[] leaves) => new()
    {
        Number = Number,
        From = From,
        To = To,
        Count = Count,
        Total = Total,
        Root = Root,
        Previous = Previous,
        At = At,
        KeyVersion = KeyVersion,
        KeyId = KeyId,
        Signature = signature,
        Leaves = leaves,
    };

    public byte[] Hash() => SHA256.HashData(Bytes());
}
