using System.CommandLine;
using System.Text.Json;
using Amparo.Commands.Stats;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats alarms</c> and <c>operators</c>.</summary>
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

    private static async Task<(int Code, string Said, string Complained)> RunAsync(params string[] words)
    {
        var (said, complained) = (new StringWriter(), new StringWriter());
        var code = await new RootCommand { StatsCommand.Make() }.Parse(["stats", .. words])
            .InvokeAsync(new InvocationConfiguration { Output = said, Error = complained }, CancellationToken.None);
        return (code, said.ToString(), complained.ToString());
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7()}.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
