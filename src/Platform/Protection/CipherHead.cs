using System.Buffers.Binary;

namespace Amparo.Platform.Protection;

/// <summary>The first bytes of what the ring sealed: a mark and the id of the key that opens it.</summary>
/// <remarks>The format is the framework's documented one (ASP.NET Core Data Protection, "authenticated encryption details").</remarks>
internal static class CipherHead
{
    public const int Length = 20;
    private const uint Mark = 0x09F0C9F0;

    public static byte[] Of(Guid key)
    {
        var head = new byte[Length];
        BinaryPrimitives.WriteUInt32BigEndian(head, Mark);
        key.TryWriteBytes(head.AsSpan(4));
        return head;
    }

    /// <summary>The key that opens it; null for what no ring has sealed.</summary>
    public static Guid? KeyOf(ReadOnlySpan<byte> cipher) =>
        cipher.Length >= Length && BinaryPrimitives.ReadUInt32BigEndian(cipher) == Mark ? new Guid(cipher[4..Length]) : null;
}
