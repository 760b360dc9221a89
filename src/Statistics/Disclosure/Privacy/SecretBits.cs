using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>Bits of the operating system's cryptographic source: nobody can repeat or foretell them. The only source for what is released. Not thread-safe.</summary>
public sealed class SecretBits : IRandomBits
{
    private readonly byte[] _store = new byte[4096];
    private int _used = 4096;

    /// <inheritdoc/>
    public ulong Next()
    {
        if (_used == _store.Length)
        {
            RandomNumberGenerator.Fill(_store);
            _used = 0;
        }

        var word = _store.AsSpan(_used, sizeof(ulong));
        var bits = BinaryPrimitives.ReadUInt64LittleEndian(word);
        // Who reads the memory later must not find the noise that was added.
        word.Clear();
        _used += sizeof(ulong);
        return bits;
    }
}
