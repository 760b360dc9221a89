using System.Security.Cryptography;

namespace Amparo.Platform.Audit;

/// <summary>The Merkle tree of RFC 6962, grown leaf by leaf in logarithmic memory: the last leaf is never doubled.</summary>
internal sealed class MerkleTree
{
    public const byte LeafPrefix = 0x00;
    private const byte NodePrefix = 0x01;

    // Roots of the complete subtrees, the largest first: one for each bit that is set in the count.
    private readonly Stack<byte[]> _roots = new();
    private long _count;

    public static byte[] RootOf(IEnumerable<Leaf> leaves)
    {
        var tree = new MerkleTree();
        foreach (var leaf in leaves)
            tree.Add(leaf.Hash);
        return tree.Root();
    }

    /// <param name="leafHash">The hash of a leaf, already taken with <see cref="LeafPrefix"/>.</param>
    public void Add(byte[] leafHash)
    {
        var hash = leafHash;
        for (var complete = _count++; (complete & 1) == 1; complete >>= 1)
            hash = Node(_roots.Pop(), hash);
        _roots.Push(hash);
    }

    public byte[] Root()
    {
        if (_count == 0)
            return SHA256.HashData([]);
        var hash = _roots.First();
        foreach (var left in _roots.Skip(1))
            hash = Node(left, hash);
        return hash;
    }

    private static byte[] Node(byte[] left, byte[] right)
    {
        Span<byte> bytes = stackalloc byte[1 + 2 * SHA256.HashSizeInBytes];
        bytes[0] = NodePrefix;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + SHA256.HashSizeInBytes)..]);
        return SHA256.HashData(bytes);
    }
}
