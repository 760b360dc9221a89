using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>Bits by seed, for tests and benches. Whoever knows the seed takes the noise off again: never for a release.</summary>
/// <param name="seed">The same gives the same.</param>
/// <param name="stream">Which of the seed's streams.</param>
public sealed class SeededBits(long seed, long stream) : IRandomBits
{
    private readonly RandomStream _stream = new(seed, stream);

    /// <inheritdoc/>
    public ulong Next() => _stream.Bits();
}
