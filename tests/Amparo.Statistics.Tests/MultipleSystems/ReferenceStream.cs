namespace Amparo.Statistics.Tests.MultipleSystems;

/// <summary>
/// The random numbers that the references drew their resamples from: Mersenne twister (Matsumoto and Nishimura 1998) with R's seeding, and
/// binomials by inversion or BTPE (Kachitvichyanukul and Schmeiser 1988). With it a bootstrap interval can be held against theirs digit by digit.
/// </summary>
internal sealed class ReferenceStream
{
    private const int Size = 624;
    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    public ReferenceStream(uint seed)
    {
        for (var i = 0; i < 51; i++)
            seed = 69069 * seed + 1;
        for (var i = 0; i < Size; i++)
            _state[i] = seed = 69069 * seed + 1;
    }

    /// <summary>One multinomial sample of n cases, cell after cell as a binomial of what is left.</summary>
    public int[] Multinomial(int n, IReadOnlyList<int> counts)
    {
        var drawn = new int[counts.Count];
        double[] shares = [.. counts.Select(count => count / (double)counts.Sum())];
        var left = 1.0;
        for (var k = 0; k < shares.Length - 1 && n > 0; k++)
        {
            var share = shares[k] / left;
            drawn[k] = shares[k] == 0 ? 0 : share < 1 ? Binomial(n, share) : n;
            n -= drawn[k];
            left -= shares[k];
        }

        drawn[^1] += n;
        return drawn;
    }

    private int Binomial(int n, double share)
    {
        var p = double.Min(share, 1 - share);
        var drawn = n * p < 30 ? ByInversion(n, p) : ByRejection(n, p);
        return share > 0.5 ? n - drawn : drawn;
    }

    private int ByInversion(int n, double p)
    {
        var (ratio, none) = (p / (1 - p), double.Pow(1 - p, n));
        while (true)
        {
            var (u, f) = (Uniform(), none);
            for (var x = 0; x <= 110; f *= ratio * (n + 1) / x - ratio)
            {
                if (u < f)
                    return x;
                u -= f;
                x++;
            }
        }
    }

    private int ByRejection(int n, double p)
    {
        var q = 1 - p;
        var (ratio, npq, mode) = (p / q, n * p * q, n * p + p);
        var m = (int)mode;
        var p1 = (int)(2.195 * double.Sqrt(npq) - 4.6 * q) + 0.5;
        var (middle, c) = (m + 0.5, 0.134 + 20.5 / (15.3 + m));
        var (left, right) = (middle - p1, middle + p1);
        var a = (mode - left) / (mode - left * p);
        var slopeLeft = a * (1 + a / 2);
        a = (right - mode) / (right * q);
        var slopeRight = a * (1 + a / 2);
        var p2 = p1 * (1 + c + c);
        var p3 = p2 + c / slopeLeft;
        var p4 = p3 + c / slopeRight;
        while (true)
        {
            var u = Uniform() * p4;
            var v = Uniform();
            int x;
            if (u <= p1)
                return (int)(middle - p1 * v + u);
            if (u <= p2)
            {
                var at = left + (u - p1) / c;
                v = v * c + 1 - double.Abs(middle - at) / p1;
                if (v is > 1 or <= 0)
                    continue;
                x = (int)at;
            }
            else if (u > p3)
            {
                x = (int)(right - double.Log(v) / slopeRight);
                if (x > n)
                    continue;
                v *= (u - p3) * slopeRight;
            }
            else
            {
                x = (int)(left + double.Log(v) / slopeLeft);
                if (x < 0)
                    continue;
                v *= (u - p2) * slopeLeft;
            }

            // The ratio of the probabilities at x and at the mode decides; the squeezes of the original only decide it faster.
            if (double.Log(v) <= LogRatio(n, m, x, ratio))
                return x;
        }
    }

    private static double LogRatio(int n, int m, int x, double ratio)
    {
        double log = 0;
        for (var i = int.Min(m, x) + 1; i <= int.Max(m, x); i++)
            log += double.Log(ratio * (n + 1) / i - ratio);
        return m < x ? log : -log;
    }

    private double Uniform() => double.Clamp(Bits() * 2.3283064365386963e-10, 2.328306437080797e-10, 1 - 2.328306437080797e-10);

    private uint Bits()
    {
        if (_next == Size)
        {
            for (var i = 0; i < Size; i++)
            {
                var y = (_state[i] & 0x8000_0000) | (_state[(i + 1) % Size] & 0x7FFF_FFFF);
                _state[i] = _state[(i + 397) % Size] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908_B0DF);
            }

            _next = 0;
        }

        var z = _state[_next++];
        z ^= z >> 11;
        z ^= (z << 7) & 0x9D2C_5680;
        z ^= (z << 15) & 0xEFC6_0000;
        return z ^ (z >> 18);
    }
}
