namespace Amparo.Statistics.Effects.Interrupted;

/// <summary>The columns of a segmented regression (Wagner et al. 2002; Bernal, Cummins and Gasparrini 2017). A control area stands below the first and has every term of its own but covariates.</summary>
internal sealed class InterruptedDesign
{
    private readonly int _times;
    private readonly int _areas;

    private InterruptedDesign(InterruptedSeries series) => (_times, _areas) = (series.Counts.Count, series.Control is null ? 1 : 2);

    public List<string> Names { get; } = [];

    public List<double[]> Columns { get; } = [];

    /// <summary>Which columns say what the intervention did.</summary>
    public IEnumerable<int> OfIntervention => Enumerable.Range(0, Names.Count).Where(i => Names[i].StartsWith("step", StringComparison.Ordinal) || Names[i].StartsWith("slope", StringComparison.Ordinal));

    /// <exception cref="ArgumentException">More columns than the times can tell.</exception>
    public static InterruptedDesign Of(InterruptedSeries series, InterruptedOptions options)
    {
        var design = new InterruptedDesign(series);
        List<(string Name, Func<int, double> Value)> terms = [("constant", _ => 1)];
        // Time counts in years from the intervention, so that the step is the change there.
        if (options.HasTrend)
            terms.Add(("trend", time => (double)(time - series.From) / options.Period));
        for (var wave = 1; wave <= options.Harmonics; wave++)
        {
            var each = wave;
            terms.Add(($"sine {each}", time => double.SinPi(2.0 * each * time / options.Period)));
            terms.Add(($"cosine {each}", time => double.CosPi(2.0 * each * time / options.Period)));
        }

        terms.Add(("step", time => time >= series.From ? 1 : 0));
        if (options.HasSlope)
            terms.Add(("slope", time => double.Max(0, time - series.From) / options.Period));
        foreach (var (name, value) in terms)
            design.Add(name, (_, time) => value(time));
        if (series.Control is not null)
        {
            foreach (var (name, value) in terms)
                design.Add($"{name} × area", (area, time) => area == 0 ? value(time) : 0);
        }

        foreach (var (name, values) in series.Covariates ?? [])
            design.Add($"with {name}", (_, time) => values[time - 1]);
        return 2 * design.Columns.Count <= design._times * design._areas
            ? design
            : throw new ArgumentException($"{design._times} times are too few for {design.Columns.Count} terms: take fewer waves or covariates.", nameof(series));
    }

    private void Add(string name, Func<int, int, double> value)
    {
        Names.Add(name);
        Columns.Add([.. Enumerable.Range(0, _areas * _times).Select(row => value(row / _times, row % _times + 1))]);
    }
}
