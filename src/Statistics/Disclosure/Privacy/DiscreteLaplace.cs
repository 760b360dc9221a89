namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>Whole-number noise with P(x) in proportion to exp(-|x| / scale), drawn exactly (Canonne, Kamath and Steinke 2020, algorithm 2).</summary>
public sealed class DiscreteLaplace
{
    /// <summary>The most that either part of the scale may be.</summary>
    public const long Most = 1L << 40;

    private readonly long _above;
    private readonly long _below;

    /// <summary>The scale as a fraction: for pure ε-privacy of a count, 1/ε.</summary>
    /// <param name="above">1 to 2^40.</param>
    /// <param name="below">1 to 2^40.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not from 1 to 2^40.</exception>
    public DiscreteLaplace(long above, long below = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(above, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(below, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(above, Most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(below, Most);
        (_above, _below) = (above, below);
    }

    /// <summary>One number.</summary>
    /// <param name="chance">Exact decisions.</param>
    public long Draw(ExactChance chance)
    {
        while (true)
        {
            var rest = (long)chance.Below((UInt128)_above);
            if (!chance.OfExp((UInt128)rest, (UInt128)_above))
                continue;
            var whole = 0L;
            while (chance.OfExp(UInt128.One, UInt128.One))
                whole++;
            var size = checked(rest + _above * whole) / _below;
            var isNegative = chance.Of(UInt128.One, 2);
            // Else zero would be drawn twice as often as it should.
            if (!isNegative || size != 0)
                return isNegative ? -size : size;
        }
    }
}
