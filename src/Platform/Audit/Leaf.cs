using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Amparo.Platform.Audit;

/// <summary>One audit row in a seal: where it stands, which it is, and the hash over every column of it.</summary>
internal readonly record struct Leaf(long Position, Guid Id, byte[] Hash)
{
    private const int Size = sizeof(long) + 16 + SHA256.HashSizeInBytes;

    public static Leaf Of(AuditEntry row, CanonicalBytes bytes)
    {
        bytes.Clear();
        bytes.Prefix(MerkleTree.LeafPrefix);
        bytes.Add("amparo.audit.v1");
        bytes.Add(row.Position);
        bytes.Add(row.Id);
        bytes.Add(row.At.UtcTicks);
        bytes.Add(row.By);
        bytes.Add(row.Agency);
        bytes.Add(row.Event);
        bytes.Add(row.Kind);
        bytes.Add(row.About);
        bytes.Add(row.Under);
        bytes.Add(row.Data);
        return new Leaf(row.Position, row.Id, SHA256.HashData(bytes.Span));
    }

    public static byte[] HashOf(byte[] packed) => SHA256.HashData(packed);

    public static byte[] Pack(IReadOnlyList<Leaf> leaves)
    {
        var packed = new byte[leaves.Count * Size];
        for (var i = 0; i < leaves.Count; i++)
        {
            var one = packed.AsSpan(i * Size, Size);
            BinaryPrimitives.WriteInt64BigEndian(one, leaves[i].Position);
            leaves[i].Id.TryWriteBytes(one[8..], bigEndian: true, out _);
            leaves[i].Hash.CopyTo(one[24..]);
        }
        return packed;
    }

    public static Leaf[] Unpack(byte[] packed)
    {
        var leaves = new Leaf[packed.Length / Size];
        for (var i = 0; i < leaves.Length; i++)
        {
            var one = packed.AsSpan(i * Size, Size);
            leaves[i] = new Leaf(BinaryPrimitives.ReadInt64BigEndian(one), new Guid(one[8..24], bigEndian: true), one[24..].ToArray());
        }
        return leaves;
    }
}
