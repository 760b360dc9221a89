using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Effects.Interrupted;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats its</c></summary>
internal static class ItsCommand
{
    private const string What =
        """
        What changed in a series when something began (a campaign, a law): interrupted time series, as ratios with intervals.
        The file has a header and a line for each month (or week) in order, with a column of cases.
        Exit code: 0 done, 1 stopped, 2 the file or an option is wrong.
        """;

    public static Command Make()
    {
        var command = new Command("its", What) { StatsRun.File };
        foreach (var option in (Option[])[.. ItsOptions.All, StatsRun.AsJson])
            command.Add(option);
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, report => Say(parsed, report), cancel));
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report)
    {
        var (model, options) = (parsed.GetValue(ItsOptions.Model)!, ItsOptions.Of(parsed));
        var series = StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => ItsOptions.SeriesOf(parsed, SheetFile.Read(text)));
        var found = model switch
        {
            "counts" => SegmentedRegression.Fit(series, options),
            "log-ar" => InterruptedLogarithms.Fit(series, options),
            _ => throw new CommandRefused($"There is no model {model}. There are: counts, log-ar."),
        };
        return parsed.GetValue(StatsRun.AsJson) ? report.Json(1, Json(model, found, options)) : Text(model, found, options);
    }

    private static string Text(string model, InterruptedResult found, InterruptedOptions options)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"term",-20} {"ratio",8}  {$"{options.Level:P0} interval",19} {"p",8}");
        foreach (var term in found.Terms.Where(term => term.Name != "constant"))
            text.AppendLine(CultureInfo.InvariantCulture, $"{term.Name,-20} {double.Exp(term.Estimate),8:0.0000}  {$"{double.Exp(term.Lower):0.0000} – {double.Exp(term.Upper):0.0000}",19} {term.P,8:0.0000}");
        text.AppendLine();
        text.AppendLine(found.Autoregression is { } noise
            ? string.Create(CultureInfo.InvariantCulture, $"Noise: each time follows the one before by {noise.Near:0.00} and that of a year before by {noise.Seasonal:0.00}.")
            : string.Create(CultureInfo.InvariantCulture, $"Dispersion {found.Scale:0.00} (1 for Poisson){(found.Lags is { } lags ? $"; Newey–West errors over {lags} lags" : "")}."));
        text.AppendLine(CultureInfo.InvariantCulture, $"Ljung–Box over {found.Residuals.Lags} lags: {found.Residuals.Statistic:0.0}, p = {found.Residuals.P:0.0000}{(found.Residuals.P < 0.05 ? Correlated(model) : ".")}");
        if (found.Without is { } without)
            text.AppendLine(CultureInfo.InvariantCulture, $"Since the intervention {found.Observed:N0} cases; without it the model expects {without:N0}.");
        return text.Append("A step is what changed then, whatever changed it: a new form, another campaign or a holiday makes one too. Trend and slope are ratios for a year.").ToString();
    }

    private static string Correlated(string model) => model == "counts"
        ? ": what is left over is correlated in time. Believe robust errors alone, with more --lags, or take --model log-ar."
        : ": what is left over is still correlated in time. The intervals are too narrow.";

    private static object Json(string model, InterruptedResult found, InterruptedOptions options) => new
    {
        model,
        level = options.Level,
        terms = found.Terms.Select(term => new { name = term.Name, estimate = term.Estimate, error = term.Error, ratio = double.Exp(term.Estimate), lower = double.Exp(term.Lower), upper = double.Exp(term.Upper), p = term.P }),
        scale = found.Scale,
        lags = found.Lags,
        noise = found.Autoregression is { } noise ? new { near = noise.Near, seasonal = noise.Seasonal } : null,
        ljungBox = new { statistic = found.Residuals.Statistic, lags = found.Residuals.Lags, p = found.Residuals.P },
        observed = found.Observed,
        without = found.Without,
    };
}
