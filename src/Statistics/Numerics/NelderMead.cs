namespace Amparo.Statistics.Numerics;

/// <summary>
/// The lowest point of a function of a few numbers, without its derivatives (Nelder and Mead 1965; reflection 1, expansion 2, contraction and shrinkage 1/2). Finds a
/// local minimum: begin from several places where there may be more.
/// </summary>
public static class NelderMead
{
    /// <summary>Searches until the corners of the simplex agree.</summary>
    /// <param name="height">What is made small; infinite where a point is not allowed. Must not keep the array it is given.</param>
    /// <param name="start">Where to begin; at least one number.</param>
    /// <param name="step">How far the other corners lie from it, along each axis.</param>
    /// <param name="tolerance">Stops when the heights of all corners lie within this share of the lowest.</param>
    /// <param name="mostSteps">Stops after so many in any case.</param>
    /// <returns>The lowest corner.</returns>
    public static double[] Minimize(Func<double[], double> height, double[] start, double step, double tolerance = 1e-12, int mostSteps = 2000)
    {
        var size = start.Length;
        double[][] corners = [.. Enumerable.Range(0, size + 1).Select(corner => start.Select((x, i) => i == corner - 1 ? x + step : x).ToArray())];
        double[] heights = [.. corners.Select(height)];
        double[] middle = new double[size], one = new double[size], other = new double[size];
        for (var round = 0; round < mostSteps; round++)
        {
            Array.Sort(heights, corners);
            if (heights[^1] - heights[0] <= tolerance * (double.Abs(heights[0]) + tolerance))
                break;
            Middle(corners, middle);
            var reflected = Move(height, middle, corners[^1], -1, one);
            if (reflected < heights[0])
            {
                var expanded = Move(height, middle, corners[^1], -2, other);
                Replace(expanded < reflected ? other : one, double.Min(expanded, reflected));
            }
            else if (reflected < heights[^2])
                Replace(one, reflected);
            else
            {
                var contracted = Move(height, middle, reflected < heights[^1] ? one : corners[^1], 0.5, other);
                if (contracted < double.Min(reflected, heights[^1]))
                    Replace(other, contracted);
                else
                    Shrink(height, corners, heights);
            }
        }

        Array.Sort(heights, corners);
        return corners[0];

        void Replace(double[] by, double value)
        {
            by.CopyTo(corners[^1], 0);
            heights[^1] = value;
        }
    }

    // Of all corners but the highest, which stands last.
    private static void Middle(double[][] corners, double[] middle)
    {
        Array.Clear(middle);
        for (var corner = 0; corner < corners.Length - 1; corner++)
        {
            for (var i = 0; i < middle.Length; i++)
                middle[i] += corners[corner][i] / (corners.Length - 1);
        }
    }

    private static double Move(Func<double[], double> height, double[] middle, double[] corner, double by, double[] result)
    {
        for (var i = 0; i < middle.Length; i++)
            result[i] = middle[i] + by * (corner[i] - middle[i]);
        return height(result);
    }

    private static void Shrink(Func<double[], double> height, double[][] corners, double[] heights)
    {
        for (var corner = 1; corner < corners.Length; corner++)
            heights[corner] = Move(height, corners[0], corners[corner], 0.5, corners[corner]);
    }
}
