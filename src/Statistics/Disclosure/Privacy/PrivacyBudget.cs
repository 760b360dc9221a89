namespace Amparo.Statistics.Disclosure.Privacy;

/// <summary>What may be lost of a person over the data's lifetime.</summary>
/// <param name="Epsilon">ε of everything together; above 0.</param>
/// <param name="Delta">δ at which it is stated; above 0, below 1, and well below one over the number of people.</param>
/// <param name="YearlyEpsilon">ε of one calendar year's releases together, or no such limit.</param>
public sealed record PrivacyBudget(double Epsilon, double Delta, double? YearlyEpsilon = null)
{
    /// <exception cref="ArgumentException">A number lies outside of its range.</exception>
    internal void Check()
    {
        if (!(double.IsFinite(Epsilon) && Epsilon > 0 && Delta > 0 && Delta < 1))
            throw new ArgumentException("A budget has an ε above 0 and a δ between 0 and 1.");
        if (YearlyEpsilon is { } yearly && !(yearly > 0 && yearly <= Epsilon))
            throw new ArgumentException("The ε of one year is above 0 and at most that of the lifetime.");
    }
}
