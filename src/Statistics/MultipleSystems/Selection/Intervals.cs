using System.Globalization;

namespace Amparo.Statistics.MultipleSystems.Selection;

/// <summary>Puts the BCa interval into a finding, with what must be said of it.</summary>
internal static class Intervals
{
    private const double FewFail = 0.01;

    public static Finding Attach(Finding finding, double[] resampled, double[] leftOut, int[] cases, BootstrapOptions bootstrap)
    {
        var failed = resampled.Count(double.IsNaN);
        var (lower, upper) = Bca.Interval(finding.Estimate!.Value, resampled, leftOut, cases, bootstrap.Level);
        List<string> warnings = [.. finding.Warnings];
        if (failed > FewFail * resampled.Length)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{failed} of {resampled.Length} resamples allow no estimate and are left out: the interval is too narrow."));
        if (leftOut.Any(double.IsNaN))
            warnings.Add("Without some single case there would be no estimate at all: the data only just carry it.");
        return finding with
        {
            Interval = double.IsNaN(lower) ? null : new Interval(lower, upper, bootstrap.Level, "BCa bootstrap that repeats the selection"),
            Warnings = warnings,
        };
    }
}
