using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Disclosure.Synthesis;

/// <summary>How a budget is divided among tables of different size so that their errors make the least sum (Zhang et al. 2021, section 4.2).</summary>
internal static class Shares
{
    /// <summary>A table's share is in proportion to cells^(2/3): its error is in proportion to cells / √ρ.</summary>
    /// <param name="cells">1 or more.</param>
    public static double Of(double cells) => Elementary.Exp(Elementary.Log(cells) * 2 / 3);

    /// <summary>The expected sum of absolute noise over all cells of tables whose shares are added up in <paramref name="shares"/>, for ρ together.</summary>
    public static double Error(double shares, double rho) => double.Sqrt(2 / double.Pi) * shares * double.Sqrt(shares) / double.Sqrt(2 * rho);
}
