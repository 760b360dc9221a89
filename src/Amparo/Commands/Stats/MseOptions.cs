using System.CommandLine;
using Amparo.Statistics.MultipleSystems.Bayesian;
using Amparo.Statistics.MultipleSystems.Files;
using Amparo.Statistics.MultipleSystems.Graphs;
using Amparo.Statistics.MultipleSystems.Panels;
using Amparo.Statistics.MultipleSystems.Selection;

namespace Amparo.Commands.Stats;

/// <summary>The options of <c>amparo stats mse</c>; each default is the method's own.</summary>
internal static class MseOptions
{
    public static Option<string> Input { get; } = new("--input") { Description = "The file (CSV).", Required = true };

    public static Option<bool> Json { get; } = new("--json") { Description = "JSON for programs; docs/methods/multiple-systems.md says the keys." };

    public static Option<int?> Cores { get; } = new("--cores") { Description = "How many cores to use. The result is the same with any number." };

    public static Option<string?> Svg { get; } = new("--svg") { Description = "Also draws the panel into this file." };

    private static readonly Option<string?> Methods = new("--methods")
    {
        Description = $"With commas: {string.Join(", ", Panel.Known)}. Else those that this many lists allow of: {string.Join(", ", Panel.Usual(5))}.",
    };

    private static readonly Option<string?> Lists = new("--lists") { Description = "The lists' columns, with commas. Else all but the count." };
    private static readonly Option<string?> Count = new("--count") { Description = "The column with the number of cases. Else guessed: n, count, freq …, or the last." };
    private static readonly Option<double> Threshold = new("--threshold") { Description = "stepwise: the p-value below which a pair of lists is added.", DefaultValueFactory = _ => 0.02 };
    private static readonly Option<int> Order = new("--order") { Description = "bic: the most lists that one term joins.", DefaultValueFactory = _ => 2 };
    private static readonly Option<int?> Top = new("--top") { Description = "bic: of how many of the best models the bootstrap chooses; 0 for all. Else 20 (to 4 lists) or 100." };
    private static readonly Option<double?> Delta = new("--delta") { Description = "dga: cases that the prior puts into each combination. Else 2^-lists." };
    private static readonly Option<int?> MostMissing = new("--most-missing") { Description = "dga: the largest number of unseen that is thought of. Else 20 n." };
    private static readonly Option<int> Sweeps = new("--sweeps") { Description = "latent-classes: sweeps of each of its ten chains.", DefaultValueFactory = _ => new LatentClassOptions().Sweeps };
    private static readonly Option<int> Resamples = new("--resamples") { Description = "Bootstrap resamples; 0 for no intervals.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<double> Level = new("--level") { Description = "Of all intervals.", DefaultValueFactory = _ => 0.95 };
    private static readonly Option<double> Factor = new("--factor") { Description = "How far the methods may be apart (largest over smallest estimate) to be reportable.", DefaultValueFactory = _ => 1.5 };
    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same figures on every machine.", DefaultValueFactory = _ => 1 };

    public static IReadOnlyList<Option> All => [Input, Methods, Threshold, Order, Top, Delta, MostMissing, Sweeps, Factor, Resamples, Level, Seed, Lists, Count, Cores, Json, Svg];

    public static OverlapLayout LayoutOf(ParseResult parsed) => new(parsed.GetValue(Lists) is { } lists ? Names(lists) : null, parsed.GetValue(Count));

    /// <exception cref="CommandRefused">A number lies outside of its range.</exception>
    public static PanelOptions Of(ParseResult parsed)
    {
        Demand(parsed.GetValue(Threshold) is >= 0 and <= 1, "--threshold is a p-value: 0 to 1.");
        Demand(parsed.GetValue(Level) is > 0 and < 1, "--level lies between 0 and 1, as 0.95.");
        Demand(parsed.GetValue(Resamples) is 0 or >= 10, "--resamples is 0 (no intervals) or at least 10; 1000 is usual.");
        Demand(parsed.GetValue(Order) >= 2, "--order is 2 or more.");
        Demand(parsed.GetValue(Top) is null or >= 0, "--top is 0 (all) or more.");
        Demand(parsed.GetValue(Delta) is null or > 0, "--delta is above 0.");
        Demand(parsed.GetValue(MostMissing) is null or > 0, "--most-missing is above 0.");
        Demand(parsed.GetValue(Sweeps) >= 100, "--sweeps is 100 or more; 20000 is usual.");
        Demand(parsed.GetValue(Cores) is null or > 0, "--cores is 1 or more.");
        return new PanelOptions
        {
            Methods = parsed.GetValue(Methods) is { } methods ? Names(methods) : [],
            Factor = parsed.GetValue(Factor),
            Stepwise = new StepwiseOptions(parsed.GetValue(Threshold)),
            Bic = new BicOptions(parsed.GetValue(Order), parsed.GetValue(Top)),
            Bootstrap = new BootstrapOptions(parsed.GetValue(Resamples), parsed.GetValue(Seed), parsed.GetValue(Level)),
            Graphs = new GraphOptions(parsed.GetValue(Delta), parsed.GetValue(MostMissing)),
            Classes = new LatentClassOptions(Sweeps: parsed.GetValue(Sweeps)),
        };
    }

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void Demand(bool holds, string sentence)
    {
        if (!holds)
            throw new CommandRefused(sentence);
    }
}
