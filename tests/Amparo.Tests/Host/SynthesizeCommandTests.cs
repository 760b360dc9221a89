using System.Text.Json;
using static Amparo.Tests.Host.StatsProgram;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats synthesize</c> and <c>budget</c> on files.</summary>
public sealed class SynthesizeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-stats-").FullName;
    private readonly string _codebook;
    private readonly string _people;

    public SynthesizeCommandTests()
    {
        _codebook = Write("book.csv", "column,value\nregion,N\nregion,S\nregion,W\nsex,f\nsex,m\n");
        _people = Write("people.csv", "name,region,sex\n" + string.Concat(Enumerable.Range(0, 1500).Select(i => $"p{i},{(i % 3 == 0 ? "N" : "S")},{(i % 2 == 0 ? "f" : "m")}\n")));
    }

    [Fact]
    public async Task What_is_released_is_written_down_first_and_refused_when_the_budget_is_spent()
    {
        var (ledger, output) = (Path.Combine(_folder, "ledger.json"), Path.Combine(_folder, "made.csv"));
        (await RunAsync("budget", ledger, "--data", "cases", "--epsilon", "2.5", "--delta", "1e-6")).Code.ShouldBe(0);
        (await RunAsync("budget", ledger, "--mark", "yearbook")).Said.ShouldContain("outside of this guarantee");

        string[] words = ["synthesize", "--input", _people, "--codebook", _codebook, "--epsilon", "2", "--delta", "1e-6", "--output", output, "--ledger", ledger];
        var (code, said, _) = await RunAsync([.. words, "--json"]);
        code.ShouldBe(0);
        var json = JsonDocument.Parse(said).RootElement;
        json.EnumerateObject().Select(key => key.Name).ShouldBe(["method", "version", "records", "epsilon", "delta", "rho", "valuesArePublic", "pairs", "ledger", "options", "seconds"]);
        json.GetProperty("ledger").GetProperty("spent").GetDouble().ShouldBe(2, 1e-6);
        json.GetProperty("ledger").GetProperty("outsideTheGuarantee")[0].GetString().ShouldBe("yearbook");
        var lines = File.ReadAllLines(output);
        lines[0].ShouldBe("region,sex");
        lines.Length.ShouldBe(json.GetProperty("records").GetInt32() + 1);

        File.Delete(output);
        var refused = await RunAsync(words);
        refused.Code.ShouldBe(1);
        refused.Complained.ShouldContain("the budget is 2.5, of which 2 is spent");
        File.Exists(output).ShouldBeFalse();
    }

    [Fact]
    public async Task Too_few_people_are_refused_and_what_was_asked_stays_spent()
    {
        var (ledger, few) = (Path.Combine(_folder, "ledger.json"), Write("few.csv", "region,sex\n" + string.Concat(Enumerable.Repeat("N,f\n", 300))));
        await RunAsync("budget", ledger, "--data", "cases", "--epsilon", "3", "--delta", "1e-6");
        var (code, _, complained) = await RunAsync("synthesize", "--input", few, "--codebook", _codebook, "--epsilon", "2", "--delta", "1e-6", "--output", Path.Combine(_folder, "made.csv"), "--ledger", ledger);
        (code, File.Exists(Path.Combine(_folder, "made.csv"))).ShouldBe((1, false));
        complained.ShouldContain("below 1,000");
        (await RunAsync("budget", ledger)).Said.ShouldContain("ε = 2 of 3 is spent");
    }

    [Theory]
    [InlineData("1", "1e-6", new string[0], "Give --codebook FILE")]
    [InlineData("0", "1e-6", new[] { "--values-are-public" }, "ε lies from 0.01 to 100")]
    [InlineData("1", "0.1", new[] { "--values-are-public" }, "δ lies from 1e-30 to 0.001")]
    [InlineData("1", "1e-6", new[] { "--values-are-public", "--ledger", "nowhere.json" }, "There is no ledger nowhere.json. Begin one")]
    public async Task What_is_wrong_is_said_in_a_sentence(string epsilon, string delta, string[] more, string sentence)
    {
        var (code, said, complained) = await RunAsync(["synthesize", "--input", _people, "--epsilon", epsilon, "--delta", delta, "--output", Path.Combine(_folder, "made.csv"), .. more]);
        (code, said).ShouldBe((2, ""));
        complained.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_value_outside_of_the_codebook_a_folder_that_is_not_there_and_a_second_beginning_of_a_ledger_are_refused()
    {
        var book = Write("small.csv", "column,value\nregion,N\nregion,S\nsex,f\n");
        (await RunAsync("synthesize", "--input", _people, "--codebook", book, "--epsilon", "1", "--delta", "1e-6", "--output", "made.csv")).Complained
            .ShouldContain("Line 3, column 3: sex holds “m”");
        (await RunAsync("synthesize", "--input", _people, "--codebook", _codebook, "--epsilon", "1", "--delta", "1e-6", "--output", Path.Combine(_folder, "nowhere", "made.csv"))).Complained
            .ShouldContain("nothing was asked or spent yet");
        var ledger = Path.Combine(_folder, "ledger.json");
        string[] begin = ["budget", ledger, "--data", "cases", "--epsilon", "3", "--delta", "1e-6"];
        await RunAsync(begin);
        (await RunAsync(begin)).Complained.ShouldContain("its budget cannot be changed");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
