namespace Amparo.Statistics.Numerics;

/// <summary>Quantiles of Student's distribution, by halving the interval around the tail of <see cref="IncompleteBeta.StudentBeyond"/>. Absolute error below 1e-10.</summary>
public static class Student
{
    private const int Halvings = 100;

    /// <summary>t with P(|T| ≤ t) = <paramref name="level"/>: the half-width of an interval in standard errors.</summary>
    /// <param name="level">Between 0 and 1, such as 0.95.</param>
    /// <param name="freedom">Degrees of freedom, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Level or freedom is out of its range.</exception>
    public static double TwoSided(double level, double freedom)
    {
        if (!(level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "Lies between 0 and 1.");
        if (!(freedom > 0))
            throw new ArgumentOutOfRangeException(nameof(freedom), freedom, "Must be above 0.");
        double low = 0, high = 1;
        while (IncompleteBeta.StudentBeyond(high, freedom) > 1 - level && high < 1e150)
            high *= 2;
        for (var halving = 0; halving < Halvings; halving++)
        {
            var middle = 0.5 * (low + high);
            if (IncompleteBeta.StudentBeyond(middle, freedom) > 1 - level)
                low = middle;
            else
                high = middle;
        }

        return 0.5 * (low + high);
    }
}
