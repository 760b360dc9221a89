using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>
/// The accountant. Losses are kept as ρ (zero-concentrated differential privacy, Bun and Steinke 2016), which simply adds up over everything that was ever
/// released of the same people, and are stated as (ε, δ).
/// </summary>
public static class ZeroConcentrated
{
    private const double MostOrder = 1e15;

    /// <summary>ρ of a pure ε-private answer: ε²/2 (Bun and Steinke 2016, proposition 1.4).</summary>
    /// <param name="epsilon">0 or more.</param>
    public static double OfPure(double epsilon) => Checked(epsilon, nameof(epsilon)) * epsilon / 2;

    /// <summary>
    /// The least δ known for which ρ is (ε, δ)-private: the infimum over orders α above 1 of exp((α-1)(αρ-ε)) / (α-1) · (1-1/α)^α (Canonne, Kamath and Steinke 2020,
    /// corollary 13). Each order gives a true bound, so that stopping early errs on the safe side.
    /// </summary>
    /// <param name="rho">0 or more.</param>
    /// <param name="epsilon">0 or more.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 0 or none.</exception>
    public static double Delta(double rho, double epsilon)
    {
        Checked(rho, nameof(rho));
        Checked(epsilon, nameof(epsilon));
        if (rho == 0)
            return 0;
        // The logarithm is convex in α; its slope is (2α-1)ρ - ε + log(1-1/α).
        double low = 1, high = 2;
        while (Slope(high) < 0 && high < MostOrder)
            high *= 2;
        while (Middle(low, high) is { } middle)
        {
            if (Slope(middle) < 0)
                low = middle;
            else
                high = middle;
        }

        var least = (high - 1) * (high * rho - epsilon) - Elementary.Log(high - 1) + high * Elementary.Log1P(-1 / high);
        return double.Min(1, Elementary.Exp(least));

        double Slope(double alpha) => alpha <= 1 ? double.NegativeInfinity : (2 * alpha - 1) * rho - epsilon + Elementary.Log1P(-1 / alpha);
    }

    /// <summary>The least ε known for which ρ is (ε, δ)-private, by <see cref="Delta"/>.</summary>
    /// <param name="rho">0 or more.</param>
    /// <param name="delta">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside of its range.</exception>
    public static double Epsilon(double rho, double delta)
    {
        double low = 0, high = BunSteinkeEpsilon(rho, delta);
        while (Middle(low, high) is { } middle)
        {
            if (Delta(rho, middle) <= delta)
                high = middle;
            else
                low = middle;
        }

        return high;
    }

    /// <summary>The most ρ that (ε, δ) allows of, by <see cref="Delta"/>.</summary>
    /// <param name="epsilon">Above 0.</param>
    /// <param name="delta">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside of its range.</exception>
    public static double Rho(double epsilon, double delta)
    {
        if (!(Checked(epsilon, nameof(epsilon)) > 0))
            throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "ε is above 0.");
        Probability(delta);
        double low = 0, high = epsilon + 1;
        while (Delta(high, epsilon) <= delta)
            high *= 2;
        while (Middle(low, high) is { } middle)
        {
            if (Delta(middle, epsilon) <= delta)
                low = middle;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>ε = ρ + 2√(ρ log(1/δ)): the older and looser bound, which can be checked by hand (Bun and Steinke 2016, proposition 1.3).</summary>
    /// <param name="rho">0 or more.</param>
    /// <param name="delta">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside of its range.</exception>
    public static double BunSteinkeEpsilon(double rho, double delta)
    {
        Probability(delta);
        return Checked(rho, nameof(rho)) + 2 * double.Sqrt(rho * -Elementary.Log(delta));
    }

    // None where no number lies between.
    private static double? Middle(double low, double high) => 0.5 * (low + high) is var middle && middle > low && middle < high ? middle : null;

    private static double Checked(double value, string name) => double.IsFinite(value) && value >= 0
        ? value : throw new ArgumentOutOfRangeException(name, value, "It is a number, and 0 or more.");

    private static void Probability(double delta)
    {
        if (!(delta > 0 && delta < 1))
            throw new ArgumentOutOfRangeException(nameof(delta), delta, "δ lies between 0 and 1.");
    }
}
