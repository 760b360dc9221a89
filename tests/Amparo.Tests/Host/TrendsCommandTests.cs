using System.Text.Json;
using static Amparo.Tests.Host.StatsProgram;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats alarms</c>, <c>operators</c>, <c>scan</c> and <c>forecast</c>.</summary>
public sealed class TrendsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-stats-").FullName;

    [Fact]
    public async Task The_week_that_stands_out_is_named()
    {
        var file = Write($"week,cases\n{string.Join('\n', Enumerable.Range(1, 20).Select(week => $"{week},{(week == 15 ? 40 : 5 + week % 3)}"))}\n");
        var (code, said, _) = await RunAsync("alarms", file, "--method", "ears-c1");
        code.ShouldBe(0);
        said.ShouldContain("1 of 13 weeks alarm (ears-c1).");
        said.ShouldContain("   15     40");
        var (_, json, _) = await RunAsync("alarms", file, "--method", "ears-c1", "--json");
        JsonDocument.Parse(json).RootElement.GetProperty("options").EnumerateObject().Select(option => $"{option.Name} {option.Value}").ShouldBe(["method ears-c1", "baseline 7"]);
        JsonDocument.Parse(json).RootElement.GetProperty("weeks").EnumerateArray().Single(week => week.GetProperty("alarm").GetBoolean())
            .GetProperty("week").GetInt32().ShouldBe(15);
    }

    [Fact]
    public async Task Operators_are_counted_until_few_enough_calls_are_lost()
    {
        var (code, said, _) = await RunAsync("operators", "--calls", "20", "--handling", "300", "--patience", "120", "--json");
        code.ShouldBe(0);
        var json = JsonDocument.Parse(said).RootElement;
        json.GetProperty("rows")[1].GetProperty("lost").GetDouble().ShouldBe(0.266369748, 1e-9);
        var enough = json.GetProperty("enough").GetInt32();
        json.GetProperty("rows")[enough - 1].GetProperty("lost").GetDouble().ShouldBeLessThanOrEqualTo(0.05);
        json.GetProperty("rows")[enough - 2].GetProperty("lost").GetDouble().ShouldBeGreaterThan(0.05);
        json.GetProperty("paid").GetInt32().ShouldBe((int)double.Ceiling(enough / 0.7));
    }

    [Fact]
    public async Task A_day_is_followed_from_stretch_to_stretch()
    {
        var (code, said, _) = await RunAsync("operators", "--handling", "300", "--patience", "120", "--day", Write("minutes,calls,operators\n15,4,2\n15,8,1\n15,0,0\n"));
        code.ShouldBe(0);
        said.ShouldContain("Of 12.0 calls");
        (await RunAsync("operators", "--handling", "300", "--patience", "120", "--day", Write("minutes,calls,operators\n15,4,two\n"))).Complained
            .ShouldContain("Line 2, column 3: “two” is no number of operators");
    }

    [Fact]
    public async Task A_busy_Sunday_is_named_once_weekdays_are_known()
    {
        var file = Write($"day,cases\n{string.Join('\n', Enumerable.Range(1, 85).Select(day => $"{day},{(day == 85 ? 15 : (day % 7 == 1 ? 4 : 20) + day % 3)}"))}\n");
        (await RunAsync("alarms", file, "--method", "ears-c1", "--from", "85")).Said.ShouldContain("0 of 1 weeks alarm");
        (await RunAsync("alarms", file, "--method", "ears-c1", "--from", "85", "--weekdays", "8", "--baseline", "14")).Said.ShouldContain("1 of 1 days alarm");
        (await RunAsync("alarms", file, "--method", "farrington", "--weekdays", "8")).Complained.ShouldContain("--weekdays is for EARS");
    }

    [Fact]
    public async Task The_flexible_method_needs_five_years()
    {
        var weeks = Write($"week,cases\n{string.Join('\n', Enumerable.Range(1, 270).Select(week => $"{week},{(week == 266 ? 40 : 5 + week % 3)}"))}\n");
        (await RunAsync("alarms", weeks, "--method", "farrington-flexible", "--bound", "Predictive")).Said.ShouldContain("1 of 7 weeks alarm (farrington-flexible).");
        (await RunAsync("alarms", Write("cases\n4\n"), "--method", "farrington-flexible")).Complained.ShouldContain("judges from week 264 on");
    }

    [Fact]
    public async Task The_places_with_too_many_cases_are_named_with_the_chance_of_it()
    {
        var places = Write("distrito,latitud,longitud,poblacion\nLima,-12.05,-77.04,900\nPiura,-5.19,-80.63,400\nTumbes,-3.57,-80.45,300\nCusco,-13.5,-71.9,700\n");
        var cases = Write("distrito,fecha,casos\nLima,2026-02-20,1\nCusco,2026-02-21,2\nLima,2026-02-23,2\nTumbes,2026-02-26,4\nPiura,2026-02-27,4\n");
        var (code, said, _) = await RunAsync("scan", cases, "--places", places, "--model", "space-time", "--prospective", "--json");
        code.ShouldBe(0);
        var cluster = JsonDocument.Parse(said).RootElement.GetProperty("clusters")[0];
        cluster.GetProperty("places").EnumerateArray().Select(place => place.GetString()).ShouldBe(["Piura", "Tumbes"], ignoreOrder: true);
        (cluster.GetProperty("first").GetString(), cluster.GetProperty("last").GetString()).ShouldBe(("2026-02-26", "2026-02-27"));
        cluster.GetProperty("p").GetDouble().ShouldBeLessThan(0.01);
        (await RunAsync("scan", cases, "--places", places, "--model", "round")).Complained.ShouldContain("There is no model round.");
        (await RunAsync("scan", Write("distrito,casos\nAyacucho,1\n"), "--places", places)).Complained.ShouldContain("Line 2, column 1: Where “Ayacucho” lies is not known.");
    }

    [Fact]
    public async Task Calls_are_forecast_with_what_such_forecasts_were_off_by()
    {
        var file = Write($"day,calls\n{string.Join('\n', Enumerable.Range(1, 100).Select(day => $"{day},{(day % 7 == 1 ? 4 : 20) + day * 5 % 3}"))}\n");
        var (code, said, _) = await RunAsync("forecast", file, "--period", "7", "--ahead", "7", "--json");
        code.ShouldBe(0);
        var steps = JsonDocument.Parse(said).RootElement.GetProperty("steps").EnumerateArray().ToList();
        steps.Select(step => step.GetProperty("middle").GetDouble() < 10).ShouldBe([.. Enumerable.Range(101, 7).Select(day => day % 7 == 1)]);
        steps.ShouldAllBe(step => step.GetProperty("lower").GetDouble() <= step.GetProperty("upper").GetDouble());
        (await RunAsync("forecast", file, "--period", "365", "--ahead", "7")).Complained.ShouldContain("needs 745 times of the past");
    }

    [Theory]
    [InlineData("week,cases\n1,few\n", "ears-c1", "Line 2, column 2: cases holds “few”")]
    [InlineData("week,cases\n1,4\n", "farrington", "The file has 1 weeks; farrington judges from week 160 on.")]
    [InlineData("week,cases\n1,4\n", "magic", "There is no method magic.")]
    public async Task What_is_wrong_is_said_in_a_sentence(string text, string method, string sentence)
    {
        var (code, said, complained) = await RunAsync("alarms", Write(text), "--method", method, "--from", method == "magic" ? "1" : "160");
        (code, said).ShouldBe((2, ""));
        complained.ShouldContain(sentence);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private string Write(string text)
    {
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7()}.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
