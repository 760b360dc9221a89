using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Effects.Impact;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats impact</c></summary>
internal static class ImpactCommand
{
    private const string What =
        """
        What one series would have been without an intervention, from its own course and from others that were not touched: Bayesian structural time series.
        The file has a header and a line for each time in order.
        Exit code: 0 done, 1 stopped, 2 the file or an option is wrong.
        """;

    private static readonly Option<int> From = new("--from") { Description = "The first time with the intervention, from 1.", Required = true };
    private static readonly Option<string?> Count = new("--count") { Description = "The column of the series. Else guessed (n, count, casos …), else the last." };
    private static readonly Option<string?> With = new("--with") { Description = "Columns that go with the series and that the intervention cannot have touched, with commas." };
    private static readonly Option<int> Draws = new("--draws") { Description = "How many courses are drawn.", DefaultValueFactory = _ => 10_000 };
    private static readonly Option<long> Seed = new("--seed") { Description = "The same gives the same figures.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Level = new("--level") { Description = "Of all intervals.", DefaultValueFactory = _ => 0.95 };

    public static Command Make()
    {
        var command = new Command("impact", What) { StatsRun.File, From, Count, With, Draws, Seed, Level, StatsRun.AsJson };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report, cancel), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report, CancellationToken cancel)
    {
        var (series, covariates) = StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => Columns(SheetFile.Read(text), parsed));
        var options = new ImpactOptions(parsed.GetValue(Draws), int.Max(100, parsed.GetValue(Draws) / 10), parsed.GetValue(Seed), parsed.GetValue(Level));
        var found = CausalImpact.Estimate(series, parsed.GetValue(From), covariates, options, cancel);
        return parsed.GetValue(StatsRun.AsJson)
            ? report.Json(1, new { level = options.Level, seed = options.Seed, draws = options.Draws, effect = Of(found), earlier = found.Earlier is { } earlier ? Of(earlier) : null })
            : Text(found, options);
    }

    private static (double[], List<KeyValuePair<string, IReadOnlyList<double>>>) Columns(SheetFile sheet, ParseResult parsed) =>
        (NumberColumns.Read(sheet, NumberColumns.OfCounts(sheet, parsed.GetValue(Count))),
            [.. StatsRun.Names(parsed.GetValue(With) ?? "").Select(name => KeyValuePair.Create(name, (IReadOnlyList<double>)NumberColumns.Read(sheet, name)))]);

    private static string Text(ImpactResult found, ImpactOptions options)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"",-12} {"mean",12} {"deviation",10}  {options.Level:P0} interval");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"actual",-12} {found.Actual,12:0.000}");
        Row("expected", found.Expected);
        Row("effect", found.Effect);
        Row("summed", found.Cumulative);
        text.AppendLine(CultureInfo.InvariantCulture, $"{"relative",-12} {found.Relative.Mean,12:P2} {found.Relative.Deviation,10:P2}  {found.Relative.Lower:P2} – {found.Relative.Upper:P2}");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"p = {found.P:0.0000} (one-sided): so often chance alone brings as much.");
        foreach (var (name, share) in found.Inclusion)
            text.AppendLine(CultureInfo.InvariantCulture, $"{name} has a part in {share:P0} of draws.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Ljung–Box over {found.Residuals.Lags} lags: p = {found.Residuals.P:0.0000}{(found.Residuals.P < 0.05 ? ": what is left over seems correlated in time, and the intervals may be too narrow. Compare stats its." : ".")}");
        text.AppendLine(found.Earlier is not { } earlier ? "Too few times before, or a column that does not change in them, to try an earlier beginning: the result is not checked against anything."
            : earlier.Effect.Lower <= 0 && 0 <= earlier.Effect.Upper
                ? string.Create(CultureInfo.InvariantCulture, $"Earlier beginning (time {earlier.Times[0].Time}, where nothing happened): effect {earlier.Effect.Lower:0.000} – {earlier.Effect.Upper:0.000}, which holds 0 as it should.")
                : string.Create(CultureInfo.InvariantCulture, $"NOT TO BE TRUSTED: from time {earlier.Times[0].Time}, where nothing happened, the method finds an effect of {earlier.Effect.Lower:0.000} – {earlier.Effect.Upper:0.000}."));
        return text.Append("The effect is of whatever began then. It holds only while the other columns go with the series as before, and were not touched themselves.").ToString();

        void Row(string name, Posterior figure) => text.AppendLine(CultureInfo.InvariantCulture,
            $"{name,-12} {figure.Mean,12:0.000} {figure.Deviation,10:0.000}  {figure.Lower:0.000} – {figure.Upper:0.000}");
    }

    private static object Of(ImpactResult found) => new
    {
        from = found.Times[0].Time,
        actual = found.Actual,
        expected = Of(found.Expected),
        average = Of(found.Effect),
        summed = Of(found.Cumulative),
        relative = Of(found.Relative),
        p = found.P,
        inclusion = found.Inclusion.ToDictionary(),
        ljungBox = new { statistic = found.Residuals.Statistic, lags = found.Residuals.Lags, p = found.Residuals.P },
        times = found.Times.Select(time => new { time = time.Time, actual = time.Actual, expected = Of(time.Expected) }),
    };

    private static object Of(Posterior figure) => new { mean = figure.Mean, deviation = figure.Deviation, lower = figure.Lower, upper = figure.Upper };
}
