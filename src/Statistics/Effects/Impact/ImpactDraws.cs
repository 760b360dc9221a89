using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.Effects.Impact;

/// <summary>Gibbs sampling of a local level with regression (Brodersen et al. 2015), and from each draw a course of the times since that knows nothing of what was seen in them.</summary>
internal sealed class ImpactDraws
{
    private const int MostTries = 1000;
    private readonly double[] _before;
    private readonly double[][] _columns;
    private readonly double[][] _since;
    private readonly ImpactOptions _options;

    /// <param name="before">The series before, with mean 0 and deviation 1.</param>
    /// <param name="columns">Covariates over the same times, likewise.</param>
    /// <param name="since">The covariates' values since, on the same scale.</param>
    /// <param name="options">How long, and what is believed.</param>
    /// <param name="times">How many times since.</param>
    public ImpactDraws(double[] before, double[][] columns, double[][] since, ImpactOptions options, int times)
    {
        (_before, _columns, _since, _options) = (before, columns, since, options);
        Courses = [.. Enumerable.Range(0, times).Select(_ => new double[options.Draws])];
        Inclusion = new double[columns.Length];
        Leftover = new double[before.Length];
    }

    /// <summary>By time since, and draw.</summary>
    public double[][] Courses { get; }

    /// <summary>The share of draws in which each covariate is in.</summary>
    public double[] Inclusion { get; }

    /// <summary>What neither level nor covariates explain before, by time: the mean of draws.</summary>
    public double[] Leftover { get; }

    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Run(CancellationToken cancel)
    {
        var times = _before.Length;
        var random = new RandomStream(_options.Seed, 0);
        var (level, slab, left) = (new LevelDraw(times), new SpikeAndSlab(_columns, times, _options), new double[times]);
        var moves = _options.LevelDeviation * _options.LevelDeviation;
        for (var draw = -_options.Burn; draw < _options.Draws; draw++)
        {
            if (draw % 256 == 0)
                cancel.ThrowIfCancellationRequested();
            Explain(slab.Coefficients, left);
            level.Draw(left, _before[0], slab.Variance, moves, random);
            moves = Moves(level.Path, random);
            for (var t = 0; t < times; t++)
                left[t] = _before[t] - level.Path[t];
            slab.Draw(left, random);
            if (draw < 0)
                continue;
            Foretell(draw, level.Path[^1], moves, slab, random);
            Explain(slab.Coefficients, left);
            for (var t = 0; t < times; t++)
                Leftover[t] += (left[t] - level.Path[t]) / _options.Draws;
        }
    }

    private void Explain(double[] coefficients, double[] left)
    {
        for (var t = 0; t < left.Length; t++)
        {
            left[t] = _before[t];
            for (var i = 0; i < coefficients.Length; i++)
                left[t] -= coefficients[i] * _columns[i][t];
        }
    }

    // The level may not move by more than the series' own deviation: such draws are taken again, and in the end held there.
    private double Moves(double[] path, RandomStream random)
    {
        var sum = _options.LevelWeight * _options.LevelDeviation * _options.LevelDeviation;
        for (var t = 1; t < path.Length; t++)
            sum += (path[t] - path[t - 1]) * (path[t] - path[t - 1]);
        var shape = (_options.LevelWeight + path.Length - 1) / 2;
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (sum / 2 / random.Gamma(shape) is <= 1 and var moves)
                return moves;
        }

        return 1;
    }

    private void Foretell(int draw, double level, double moves, SpikeAndSlab slab, RandomStream random)
    {
        var (step, noise) = (double.Sqrt(moves), double.Sqrt(slab.Variance));
        for (var t = 0; t < Courses.Length; t++)
        {
            level += step * random.Normal();
            var value = level + noise * random.Normal();
            for (var i = 0; i < _columns.Length; i++)
                value += slab.Coefficients[i] * _since[i][t];
            Courses[t][draw] = value;
        }

        for (var i = 0; i < _columns.Length; i++)
            Inclusion[i] += slab.IsIn(i) ? 1.0 / _options.Draws : 0;
    }
}
