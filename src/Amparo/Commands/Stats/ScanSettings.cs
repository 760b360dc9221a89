using System.CommandLine;
using Amparo.Statistics.Trends.Scanning;
using Amparo.Statistics.Trends.Scanning.Files;

namespace Amparo.Commands.Stats;

/// <summary>The options of <c>amparo stats scan</c>; each default is the method's own.</summary>
internal static class ScanSettings
{
    public static Option<string?> Places { get; } = new("--places") { Description = "A file (CSV) with a line for each place: place, latitude and longitude or x and y, population. Else FILE holds these itself." };

    public static Option<int?> Cores { get; } = new("--cores") { Description = "How many cores to use. The result is the same with any number." };

    private static readonly Option<string> Model = new("--model") { Description = "spatial, space-time, or permutation (where no population is known).", DefaultValueFactory = _ => "spatial" };
    private static readonly Option<bool> Prospective = new("--prospective") { Description = "Only clusters that last until the last time: what is there now." };
    private static readonly Option<double> MostShare = new("--most-share") { Description = "The largest share of the population in a circle.", DefaultValueFactory = _ => 0.5 };
    private static readonly Option<double?> MostRadius = new("--most-radius") { Description = "The largest radius: kilometres where places have latitudes, else in the unit of x and y." };
    private static readonly Option<double> MostTime = new("--most-time") { Description = "The longest share of the times.", DefaultValueFactory = _ => 0.5 };
    private static readonly Option<int> FewestCases = new("--fewest-cases") { Description = "A cluster has at least so many cases.", DefaultValueFactory = _ => 2 };
    private static readonly Option<int> Replications = new("--replications") { Description = "Maps drawn without a cluster; 0 for no p-values.", DefaultValueFactory = _ => 999 };
    private static readonly Option<int?> StopAfter = new("--stop-after") { Description = "Stop drawing when so many maps had a cluster as strong as the first. Else all are drawn." };
    private static readonly Option<int> Clusters = new("--clusters") { Description = "The most clusters that are told.", DefaultValueFactory = _ => 10 };
    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same figures on every machine.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Place = new("--place") { Description = "The column of places." };
    private static readonly Option<string?> Time = new("--time") { Description = "The column of times." };
    private static readonly Option<string?> Count = new("--count") { Description = "The column of cases. Else guessed (n, count, casos …); without one each line is a case." };
    private static readonly Option<string?> Population = new("--population") { Description = "The column of people." };

    public static IReadOnlyList<Option> All =>
        [Places, Model, Prospective, MostShare, MostRadius, MostTime, FewestCases, Replications, StopAfter, Clusters, Seed, Place, Time, Count, Population, Cores, StatsRun.AsJson];

    public static ScanColumns ColumnsOf(ParseResult parsed) => new(parsed.GetValue(Place), parsed.GetValue(Time), parsed.GetValue(Count), parsed.GetValue(Population));

    public static string ModelOf(ParseResult parsed) => parsed.GetValue(Model)!;

    /// <exception cref="CommandRefused">There is no such model, or no core.</exception>
    public static ScanOptions Of(ParseResult parsed)
    {
        if (parsed.GetValue(Cores) is <= 0)
            throw new CommandRefused("--cores is 1 or more.");
        var model = ModelOf(parsed) switch
        {
            "spatial" => ScanModel.Spatial,
            "space-time" => ScanModel.SpaceTime,
            "permutation" => ScanModel.Permutation,
            var other => throw new CommandRefused($"There is no model {other}. There are: spatial, space-time, permutation."),
        };
        return new ScanOptions(model, parsed.GetValue(MostShare), parsed.GetValue(MostRadius), parsed.GetValue(MostTime), parsed.GetValue(Prospective), parsed.GetValue(FewestCases),
            parsed.GetValue(Replications), parsed.GetValue(Seed), parsed.GetValue(StopAfter), parsed.GetValue(Clusters));
    }
}
