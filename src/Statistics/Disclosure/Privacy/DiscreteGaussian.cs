namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>
/// Whole-number noise with P(x) in proportion to exp(-x² / 2σ²), drawn exactly (Canonne, Kamath and Steinke 2020, algorithm 3). On whole counts of which one
/// person changes a single one by 1 it is 1/2σ² zero-concentrated private, as the continuous one would be, and its variance is no larger.
/// </summary>
public sealed class DiscreteGaussian
{
    /// <summary>Variances are whole multiples of one part in this many.</summary>
    public const long Parts = 1024;

    private const double MostVariance = 1L << 40;
    private readonly UInt128 _parts;
    private readonly UInt128 _step;
    private readonly UInt128 _below;
    private readonly UInt128 _partsOfScale;
    private readonly DiscreteLaplace _envelope;

    /// <param name="variance">σ², above 0 and up to 2^40; rounded up to the next 1/1024, so that never less noise is added than was asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not in that range.</exception>
    public DiscreteGaussian(double variance)
    {
        if (!(variance > 0 && variance <= MostVariance))
            throw new ArgumentOutOfRangeException(nameof(variance), variance, "A variance is above 0 and at most 2^40.");
        var parts = (long)double.Ceiling(variance * Parts);
        Variance = (double)parts / Parts;
        var scale = Root(parts / Parts) + 1;
        _envelope = new DiscreteLaplace(scale);
        _parts = (UInt128)parts;
        _step = (UInt128)scale;
        _partsOfScale = (UInt128)(Parts * scale);
        _below = 2 * _parts * Parts * _step * _step;
    }

    /// <summary>σ² as it is drawn (that of the formula; the numbers' own is a little less where σ is below 1).</summary>
    public double Variance { get; }

    /// <summary>One number.</summary>
    /// <param name="chance">Exact decisions.</param>
    public long Draw(ExactChance chance)
    {
        while (true)
        {
            var drawn = _envelope.Draw(chance);
            // (|y| - σ²/t)² / 2σ² over a common denominator, with σ² = parts / 1024.
            var place = (UInt128)long.Abs(drawn) * _partsOfScale;
            var apart = place > _parts ? place - _parts : _parts - place;
            if (chance.OfExp(checked(apart * apart), _below))
                return drawn;
        }
    }

    // The whole part of the root, made sure of in whole numbers.
    private static long Root(long square)
    {
        var root = (long)double.Sqrt(square);
        while (root * root > square)
            root--;
        while ((root + 1) * (root + 1) <= square)
            root++;
        return root;
    }
}
