using System.CommandLine;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Effects.Interrupted;

namespace Amparo.Commands.Stats;

/// <summary>The options of <c>amparo stats its</c>.</summary>
internal static class ItsOptions
{
    public static Option<string> Model { get; } = new("--model") { Description = "counts (quasi-Poisson) or log-ar (logarithms with autoregressive noise). docs/methods/interrupted-series.md says which when.", DefaultValueFactory = _ => "counts" };

    private static readonly Option<int> From = new("--from") { Description = "The first time with the intervention, from 1.", Required = true };
    private static readonly Option<string?> Count = new("--count") { Description = "The column of cases. Else guessed (n, count, casos …), else the last." };
    private static readonly Option<string?> Population = new("--population") { Description = "The column of how many people the cases are of." };
    private static readonly Option<string?> With = new("--with") { Description = "Other columns that explain the cases, with commas." };
    private static readonly Option<string?> Control = new("--control") { Description = "The column of cases of an area without the intervention." };
    private static readonly Option<string?> ControlPopulation = new("--control-population") { Description = "The column of how many people these are of." };
    private static readonly Option<int> Period = new("--period") { Description = "Times in a year.", DefaultValueFactory = _ => 12 };
    private static readonly Option<int?> Harmonics = new("--harmonics") { Description = "Waves of the year. Else 2; for log-ar, whose noise has the season, 0." };
    private static readonly Option<bool> NoTrend = new("--no-trend") { Description = "Without trend and change of slope." };
    private static readonly Option<bool> NoSlope = new("--no-slope") { Description = "The trend goes on unchanged: the intervention makes a step alone." };
    private static readonly Option<string> Errors = new("--errors") { Description = "newey-west, hc1 or model; for counts.", DefaultValueFactory = _ => "newey-west" };
    private static readonly Option<int?> Lags = new("--lags") { Description = "newey-west: how many lags. Else 4 (n/100)^(2/9)." };
    private static readonly Option<double> Level = new("--level") { Description = "Of all intervals.", DefaultValueFactory = _ => 0.95 };

    public static IReadOnlyList<Option> All { get; } = [From, Count, Model, Population, With, Control, ControlPopulation, Period, Harmonics, NoTrend, NoSlope, Errors, Lags, Level];

    public static InterruptedSeries SeriesOf(ParseResult parsed, SheetFile sheet)
    {
        double[]? Column(Option<string?> option) => parsed.GetValue(option) is { } name ? NumberColumns.Read(sheet, name) : null;
        return new InterruptedSeries(
            NumberColumns.Read(sheet, NumberColumns.OfCounts(sheet, parsed.GetValue(Count))),
            parsed.GetValue(From),
            Column(Population),
            [.. StatsRun.Names(parsed.GetValue(With) ?? "").Select(name => KeyValuePair.Create(name, (IReadOnlyList<double>)NumberColumns.Read(sheet, name)))],
            Column(Control),
            Column(ControlPopulation));
    }

    /// <exception cref="CommandRefused">An option is not one of its words.</exception>
    public static InterruptedOptions Of(ParseResult parsed) => new(
        parsed.GetValue(Period),
        parsed.GetValue(Harmonics) ?? (parsed.GetValue(Model) == "log-ar" ? 0 : 2),
        !parsed.GetValue(NoTrend),
        !parsed.GetValue(NoTrend) && !parsed.GetValue(NoSlope),
        parsed.GetValue(Errors) switch
        {
            "newey-west" => CountErrors.NeweyWest,
            "hc1" => CountErrors.Heteroscedastic,
            "model" => CountErrors.Model,
            var other => throw new CommandRefused($"There are no errors {other}. There are: newey-west, hc1, model."),
        },
        parsed.GetValue(Lags),
        parsed.GetValue(Level));
}
