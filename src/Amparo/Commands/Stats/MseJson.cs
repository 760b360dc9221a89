using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Panels;

namespace Amparo.Commands.Stats;

/// <summary>The panel for programs. A key is never taken away; docs/methods/multiple-systems.md lists them.</summary>
internal static class MseJson
{
    public static object Of(OverlapTable table, PanelVerdict verdict, PanelOptions options) => new
    {
        n = verdict.Seen,
        lists = table.Lists,
        panel = verdict.Findings.Select(Row),
        reportable = verdict.Reportable,
        reasons = verdict.Reasons,
        warnings = verdict.Warnings,
        spread = verdict.Spread is { } spread ? new double?[] { Finite(spread.Lowest), Finite(spread.Highest) } : null,
        factor = options.Factor,
        seed = options.Bootstrap.Seed,
    };

    private static object Row(Finding finding) => new
    {
        method = finding.Method,
        version = finding.Version,
        options = finding.Options,
        model = finding.Model,
        estimate = Finite(finding.Estimate),
        interval = finding.Interval is { } interval ? new[] { Finite(interval.Lower), Finite(interval.Upper) } : null,
        level = finding.Interval?.Level,
        intervalKind = finding.Interval?.Kind,
        lowerBound = finding.IsLowerBound,
        code = finding.Code,
        warnings = finding.Warnings,
        figures = finding.Figures.ToDictionary(figure => figure.Key, figure => Finite(figure.Value)),
        models = finding.Weighed.Select(model => new { model = model.Model, estimate = Finite(model.Estimate), weight = Finite(model.Weight) }),
    };

    // JSON knows no infinity: an end without bound is null.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
