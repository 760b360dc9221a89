using Amparo.Statistics.MultipleSystems.Fitting;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.Bayesian;

/// <summary>The highest point of a posterior and its curvature there. With proper priors there always is exactly one.</summary>
internal sealed class Mode
{
    private const int MostSteps = 500;

    public Mode(LogPosterior posterior)
    {
        var size = posterior.Terms.Length;
        (Point, Factor) = (new double[size], new double[size * size]);
        // Independent lists, each with its share: near enough for Newton's steps.
        Point[^1] = Elementary.Log(posterior.Overlaps[0] + 1);
        for (var i = 0; i < posterior.Terms.Length - 1; i++)
            Point[i] = i < int.Log2(posterior.Overlaps.Length) ? Elementary.Log((posterior.Overlaps[posterior.Terms[i]] + 0.5) / posterior.Overlaps[0]) : 0;
        var (step, gradient, last) = (new double[size], new double[size], double.NegativeInfinity);
        for (var (round, halved) = (0, 0); round < MostSteps; round++)
        {
            var height = posterior.At(Point);
            if (!(height >= last - 1e-10 * (1 + double.Abs(last))) && halved < 50)
            {
                halved++;
                for (var i = 0; i < size; i++)
                    Point[i] -= double.ScaleB(step[i], -halved);
                continue;
            }

            (last, halved) = (height, 0);
            double decrement = 0;
            for (var i = 0; i < size; i++)
            {
                gradient[i] = posterior.Overlaps[posterior.Terms[i]] - posterior.ExpectedOverlaps[posterior.Terms[i]] - posterior.Precision[i] * Point[i];
                for (var j = 0; j <= i; j++)
                    Factor[i * size + j] = posterior.ExpectedOverlaps[posterior.Terms[i] | posterior.Terms[j]] + (i == j ? posterior.Precision[i] : 0);
            }

            if (!Cholesky.Factor(Factor, size))
                throw new ArithmeticException("The posterior is too flat to be climbed.");
            gradient.CopyTo(step, 0);
            Cholesky.Solve(Factor, size, step);
            for (var i = 0; i < size; i++)
            {
                decrement += step[i] * gradient[i];
                Point[i] += step[i];
            }

            if (decrement < 1e-12)
                return;
        }

        throw new ArithmeticException($"The posterior's highest point was not found in {MostSteps} steps.");
    }

    public double[] Point { get; }

    /// <summary>The Cholesky factor of the negative second derivatives.</summary>
    public double[] Factor { get; }
}
