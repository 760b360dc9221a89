using System.Numerics;
using Amparo.Statistics.Numerics;

namespace Amparo.Statistics.MultipleSystems.ClosedPopulation;

/// <summary>The columns of a log-linear model of capture histories beside the constant; each is 0 for the history nobody sees, but for Mb.</summary>
internal static class Design
{
    private const double GammaShift = 3.5;

    /// <summary>The columns of a closed-population model; row ω is the history ω.</summary>
    public static List<double[]> Of(CaptureModel model, int lists)
    {
        List<double[]> columns = model is CaptureModel.Mt or >= CaptureModel.MthChao
            ? [.. Enumerable.Range(0, lists).Select(list => Column(lists, history => (history >> list) & 1))]
            : model is CaptureModel.Mb
                ? [Column(lists, history => history == 0 ? 0 : BitOperations.TrailingZeroCount(history)), Column(lists, history => int.Max(0, Times(history) - 1))]
                : [Column(lists, history => Times(history))];
        columns.AddRange(Heterogeneity(model, lists));
        return columns;
    }

    /// <summary>The columns of a hierarchical model.</summary>
    public static List<double[]> Of(LoglinearModel model) =>
        [.. Enumerable.Range(0, model.Lists).Select(list => 1 << list).Concat(model.Interactions).Select(term => Column(model.Lists, history => (history & term) == term ? 1 : 0))];

    /// <summary>How many of the last columns are the η of Chao's bound, which may not be negative.</summary>
    public static int Bounded(CaptureModel model, int lists) => model is CaptureModel.MhChao or CaptureModel.MthChao ? int.Max(0, lists - 2) : 0;

    private static IEnumerable<double[]> Heterogeneity(CaptureModel model, int lists) => model switch
    {
        CaptureModel.MhChao or CaptureModel.MthChao => Enumerable.Range(3, int.Max(0, lists - 2)).Select(from => Column(lists, history => int.Max(0, Times(history) - from + 1))),
        CaptureModel.MhPoisson2 or CaptureModel.MthPoisson2 => [Column(lists, history => double.ScaleB(1, Times(history)) - 1)],
        CaptureModel.MhDarroch or CaptureModel.MthDarroch => [Column(lists, history => Times(history) * Times(history) / 2.0)],
        CaptureModel.MhGamma or CaptureModel.MthGamma => [Column(lists, history => Elementary.Log(GammaShift) - Elementary.Log(GammaShift + Times(history)))],
        _ => [],
    };

    private static int Times(int history) => BitOperations.PopCount((uint)history);

    private static double[] Column(int lists, Func<int, double> value) => [.. Enumerable.Range(0, 1 << lists).Select(value)];
}
