namespace Amparo.Statistics.MultipleSystems.Fitting;

/// <summary>The factor L of a symmetric positive definite matrix A = L Lᵀ, in place, row by row in the lower triangle.</summary>
internal static class Cholesky
{
    private const double Smallest = 1e-11;

    /// <summary>False where A is singular for all that double precision can say.</summary>
    /// <param name="a">size × size, row-major; the lower triangle is read and overwritten.</param>
    /// <param name="size">Rows and columns.</param>
    public static bool Factor(Span<double> a, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var row = a.Slice(i * size, i + 1);
            var diagonal = row[i];
            for (var j = 0; j < i; j++)
            {
                var other = a.Slice(j * size, j + 1);
                var sum = row[j];
                for (var k = 0; k < j; k++)
                    sum -= row[k] * other[k];
                row[j] = sum * other[j];
            }

            var pivot = diagonal;
            for (var k = 0; k < i; k++)
                pivot -= row[k] * row[k];
            if (!(pivot > Smallest * diagonal))
                return false;
            // The diagonal holds 1 / L_ii: a division here saves many above.
            row[i] = 1 / double.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>Solves A x = b in place of b.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> b)
    {
        for (var i = 0; i < size; i++)
        {
            var row = factor.Slice(i * size, i + 1);
            var sum = b[i];
            for (var k = 0; k < i; k++)
                sum -= row[k] * b[k];
            b[i] = sum * row[i];
        }

        SolveTransposed(factor, size, b);
    }

    /// <summary>Solves Lᵀ x = b in place of b: of independent normal numbers it makes some with the covariance A⁻¹.</summary>
    public static void SolveTransposed(ReadOnlySpan<double> factor, int size, Span<double> b)
    {
        for (var i = size - 1; i >= 0; i--)
        {
            var row = factor.Slice(i * size, i + 1);
            var x = b[i] * row[i];
            b[i] = x;
            for (var k = 0; k < i; k++)
                b[k] -= row[k] * x;
        }
    }
}
