using System.Text.Json;
using static Amparo.Tests.Host.StatsProgram;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats its</c>, <c>synth-control</c>, <c>impact</c> and <c>items</c>.</summary>
public sealed class EffectsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-stats-").FullName;

    [Fact]
    public async Task A_step_is_said_as_a_ratio_with_its_interval()
    {
        var file = Write($"month,calls,rain\n{string.Join('\n', Enumerable.Range(1, 48).Select(month => $"{month},{(month >= 25 ? 60 : 40) + 7 * month % 5},{13 * month % 11}"))}\n");
        var (code, said, _) = await RunAsync("its", file, "--count", "calls", "--from", "25", "--with", "rain", "--json");
        code.ShouldBe(0);
        var step = JsonDocument.Parse(said).RootElement.GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("name").GetString() == "step");
        step.GetProperty("ratio").GetDouble().ShouldBeInRange(1.35, 1.6);
        step.GetProperty("lower").GetDouble().ShouldBeGreaterThan(1);
        (await RunAsync("its", file, "--count", "calls", "--from", "25")).Said.ShouldContain("Newey–West errors over 3 lags");
        (await RunAsync("its", file, "--count", "calls", "--from", "25", "--model", "log-ar")).Said.ShouldContain("Noise: each time follows");
    }

    [Fact]
    public async Task The_areas_of_a_mixture_and_its_placebos_are_named()
    {
        static int At(int area, int time) => 100 + 10 * area + (area + 2) * time % (5 + area);
        var lines = Enumerable.Range(1, 20).Select(time => $"{time},{(At(1, time) + At(2, time)) / 2.0:0.0}{(time > 14 ? "9" : "")},{At(1, time)},{At(2, time)},{At(3, time)},{At(4, time)}");
        var file = Write($"time,Piura,A,B,C,D\n{string.Join('\n', lines)}\n");
        var (code, said, _) = await RunAsync("synth-control", file, "--treated", "Piura", "--from", "15");
        code.ShouldBe(0);
        said.ShouldContain(" 0.500  A");
        said.ShouldContain(" 0.500  B");
        said.ShouldContain("p = 0.200; with so many areas it cannot be below 0.200");
        (await RunAsync("synth-control", file, "--treated", "Tacna", "--from", "15")).Complained.ShouldContain("There is no column Tacna.");
    }

    [Fact]
    public async Task An_effect_is_said_beside_an_earlier_beginning()
    {
        var file = Write($"time,calls,other\n{string.Join('\n', Enumerable.Range(1, 60).Select(time => $"{time},{2 * (50 + 7 * time % 11) + 3 * time % 4 + (time > 45 ? 20 : 0)},{50 + 7 * time % 11}"))}\n");
        var (code, said, _) = await RunAsync("impact", file, "--count", "calls", "--with", "other", "--from", "46", "--draws", "2000", "--json");
        code.ShouldBe(0);
        var json = JsonDocument.Parse(said).RootElement;
        json.GetProperty("effect").GetProperty("average").GetProperty("mean").GetDouble().ShouldBe(20, 1.5);
        json.GetProperty("earlier").GetProperty("from").GetInt32().ShouldBe(31);
        (await RunAsync("impact", file, "--count", "calls", "--with", "other", "--from", "46", "--draws", "2000")).Said.ShouldContain("Earlier beginning (time 31");
    }

    [Fact]
    public async Task Items_and_what_was_gained_are_said()
    {
        var before = Write("id,q1,q2,q3\nana,1,1,1\nluis,1,1,0\nrosa,1,0,0\njuan,0,0,0\neva,1,1,1\n");
        var after = Write("id,q3,q2,q1\neva,1,1,1\nana,1,1,1\nrosa,0,1,1\njuan,,0,1\nnadie,1,1,1\nluis,1,1,1\n");
        var (code, said, _) = await RunAsync("items", before, "--person", "id", "--after", after, "--missing", "wrong");
        code.ShouldBe(0);
        said.ShouldContain("  80 %        0.559          0.800         0  q1");
        said.ShouldContain("Cronbach's alpha 0.794");
        said.ShouldContain("5 persons with both tests (1 are in one file alone): 1.80 before, 2.40 after.");
        (await RunAsync("items", before, "--after", after)).Complained.ShouldContain("--after needs --person");
        (await RunAsync("items", before)).Complained.ShouldContain("Line 2, column 1: id holds “ana”");
    }

    [Theory]
    [InlineData("its", "month,calls\n1,few\n", "Line 2, column 2: calls holds “few”, which is no number.")]
    [InlineData("its", "month,calls\n1,4\n2,5\n", "The intervention needs 3 times before it")]
    [InlineData("impact", "month,calls\n1,4\n2,5\n", "The intervention needs 8 times before it")]
    [InlineData("impact", "month,calls\n", "The file holds no line but its header.")]
    public async Task What_is_wrong_is_said_in_a_sentence(string command, string text, string sentence)
    {
        var (code, said, complained) = await RunAsync(command, Write(text), "--from", "2");
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
