namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>
/// Decisions with exactly the stated chance, from whole numbers alone (Canonne, Kamath and Steinke 2020, algorithm 1). Floating point would leave
/// gaps by which noise is told apart (Mironov 2012). Not thread-safe.
/// </summary>
/// <param name="bits">Where they come from.</param>
public sealed class ExactChance(IRandomBits bits)
{
    /// <summary>A whole number from 0 to <paramref name="bound"/> - 1, each equally likely.</summary>
    /// <param name="bound">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0.</exception>
    public UInt128 Below(UInt128 bound)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(bound, UInt128.Zero);
        if (bound == UInt128.One)
            return UInt128.Zero;
        var mask = UInt128.MaxValue >> (int)UInt128.LeadingZeroCount(bound - 1);
        while (true)
        {
            var drawn = mask >> 64 == UInt128.Zero ? bits.Next() & mask : new UInt128(bits.Next(), bits.Next()) & mask;
            if (drawn < bound)
                return drawn;
        }
    }

    /// <summary>True with chance <paramref name="above"/> / <paramref name="below"/>.</summary>
    /// <param name="above">From 0 to <paramref name="below"/>.</param>
    /// <param name="below">1 or more.</param>
    public bool Of(UInt128 above, UInt128 below) => Below(below) < above;

    /// <summary>True with chance exp(-<paramref name="above"/> / <paramref name="below"/>).</summary>
    /// <param name="above">0 or more.</param>
    /// <param name="below">1 or more, and below 2^104, so that no product overflows.</param>
    /// <exception cref="OverflowException">The numbers are too large; less likely than e^-200 within the samplers' limits.</exception>
    public bool OfExp(UInt128 above, UInt128 below)
    {
        for (; above > below; above -= below)
        {
            if (!OfExpUpToOne(UInt128.One, UInt128.One))
                return false;
        }

        return OfExpUpToOne(above, below);
    }

    // The series of exp(-x): the first k at which a coin of chance x/k fails is odd with chance exp(-x).
    private bool OfExpUpToOne(UInt128 above, UInt128 below)
    {
        var k = UInt128.One;
        while (Of(above, checked(below * k)))
            k++;
        return UInt128.IsOddInteger(k);
    }
}
