namespace Amparo.Statistics.Numerics;

/// <summary>
/// Random numbers by seed and stream, the same on every machine: xoshiro256** (Blackman and Vigna 2021) whose state SplitMix64 fills from
/// both. One stream for each resample or chain, so that the order in which cores take them changes nothing. Not for secrets; not thread-safe.
/// </summary>
public sealed class RandomStream
{
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;
    private const double TwoToMinus53 = 1.0 / (1L << 53);
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <param name="seed">Any number: the same gives the same.</param>
    /// <param name="stream">Which of the seed's independent streams.</param>
    public RandomStream(long seed, long stream) => Restart(seed, stream);

    /// <summary>Begins the stream anew, without making an object.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Which of the seed's streams.</param>
    public void Restart(long seed, long stream)
    {
        var state = (ulong)seed;
        state = Mix(ref state) ^ ((ulong)stream * Golden);
        _a = Mix(ref state);
        _b = Mix(ref state);
        _c = Mix(ref state);
        _d = Mix(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> - 1, each equally likely (Lemire 2019).</summary>
    /// <param name="bound">1 or more.</param>
    public int Below(int bound)
    {
        var high = Math.BigMul(Bits(), (ulong)bound, out var low);
        if (low < (ulong)bound)
        {
            var threshold = (0UL - (ulong)bound) % (ulong)bound;
            while (low < threshold)
                high = Math.BigMul(Bits(), (ulong)bound, out low);
        }

        return (int)high;
    }

    /// <summary>A number above 0 and below 1.</summary>
    public double Uniform() => ((Bits() >> 11) + 0.5) * TwoToMinus53;

    /// <summary>A standard normal number (Marsaglia's polar method).</summary>
    public double Normal()
    {
        while (true)
        {
            var (x, y) = (2 * Uniform() - 1, 2 * Uniform() - 1);
            var square = x * x + y * y;
            if (square is < 1 and > 0)
                return x * double.Sqrt(-2 * Elementary.Log(square) / square);
        }
    }

    private static ulong Mix(ref ulong state)
    {
        state += Golden;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
