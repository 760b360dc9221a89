using Amparo.Statistics.MultipleSystems.Files;
using Amparo.Statistics.Trends.Scanning;
using Amparo.Statistics.Trends.Scanning.Files;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>Maps as files, and what is said of those that are none.</summary>
public class ScanFileTests
{
    private const string Places = "distrito,latitud,longitud,poblacion\nLima,-12.05,-77.04,900\nPiura,-5.19,-80.63,400\n";

    [Fact]
    public void Days_that_no_line_names_are_days_without_cases()
    {
        var table = Read("distrito;fecha;casos\nPiura;2026-02-27;3\nLima;2026-03-01;1\nPiura;2026-02-27;1\n");
        table.Labels.ShouldBe(["2026-02-27", "2026-02-28", "2026-03-01"]);
        (table.Map.Total, table.Map.Times, table.Map.IsGlobe).ShouldBe((5, 3, true));
        var cluster = SpaceTimeScan.Run(table.Map, new(ScanModel.SpaceTime, Replications: 0), Amparo.Statistics.Numerics.Running.Freely).Clusters[0];
        (cluster.Places.Single(), cluster.First, cluster.Last, cluster.Cases).ShouldBe((1, 1, 1, 4));
    }

    [Fact]
    public void Without_a_column_of_cases_each_line_is_one() => Read("distrito,week\nLima,4\nLima,4\nPiura,7\n").Map.Total.ShouldBe(3);

    [Theory]
    [InlineData("distrito,casos\nCusco,3\n", "Line 2, column 1: Where “Cusco” lies is not known.")]
    [InlineData("distrito,casos\nLima,few\n", "Line 2, column 2: casos holds “few”")]
    [InlineData("distrito,week,casos\nLima,2,3\nLima,two,3\n", "Line 3, column 2: week holds “two”; times are whole numbers")]
    [InlineData("distrito,fecha,casos\nLima,2026-01-31,3\nLima,31/01/2026,3\n", "Line 3, column 2: fecha holds “31/01/2026”; times are days")]
    [InlineData("distrito,week,casos,poblacion\nLima,1,3,900\nPiura,1,0,400\nLima,2,3,900\n", "There is no line for Piura at 2")]
    [InlineData("where,casos\nLima,3\n", "No column is known for the place. Name it with --place.")]
    [InlineData("distrito,casos\nLima,0\n", "The map holds no case.")]
    [InlineData("distrito,week,casos\nLima,1,1\nLima,900000000,1\n", "too many. Is week the column of times?")]
    public void What_is_no_map_is_said_in_a_sentence(string text, string sentence) => Should.Throw<TableFault>(() => Read(text)).Message.ShouldContain(sentence);

    [Theory]
    [InlineData("distrito,x\nLima,1\n", "Places need columns latitude and longitude (degrees), or x and y.")]
    [InlineData("distrito,x,y\nLima,1,2\nLima,2,3\n", "Line 3, column 1: The place “Lima” stands twice.")]
    [InlineData("distrito,x,y\nLima,here,2\n", "Line 2, column 2: x holds “here”")]
    public void What_are_no_places_is_said_in_a_sentence(string text, string sentence) =>
        Should.Throw<TableFault>(() => PlaceFile.Read(new StringReader(text), new())).Message.ShouldContain(sentence);

    private static ScanTable Read(string text) => ScanFile.Read(new StringReader(text), PlaceFile.Read(new StringReader(Places), new()), new());
}
