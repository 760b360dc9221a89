namespace Amparo.Statistics.Numerics;

/// <summary>Quantiles of Fisher's F, by halving the interval of <see cref="IncompleteBeta"/>. Relative error below 1e-10.</summary>
public static class FisherF
{
    private const int Halvings = 200;

    /// <summary>The value below which the share <paramref name="p"/> lies.</summary>
    /// <param name="p">Between 0 and 1.</param>
    /// <param name="above">Degrees of freedom above the line, above 0.</param>
    /// <param name="below">Degrees of freedom below it, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">p or a freedom is out of its range.</exception>
    public static double Quantile(double p, double above, double below)
    {
        if (!(p is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Lies between 0 and 1.");
        if (!(above > 0 && below > 0))
            throw new ArgumentOutOfRangeException(nameof(above), above, "Degrees of freedom are above 0.");
        double low = 0, high = 1;
        for (var halving = 0; halving < Halvings && low < high; halving++)
        {
            var middle = 0.5 * (low + high);
            if (IncompleteBeta.Of(middle, above / 2, below / 2) < p)
                low = middle;
            else
                high = middle;
        }

        return below * high / (above * (1 - high));
    }
}
