using System.Text.Json;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats mse</c> on files: the keys that programs read, and what a person is told.</summary>
public sealed class StatsCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-stats-").FullName;

    [Fact]
    public async Task Programs_find_every_key_and_the_same_seed_gives_the_same()
    {
        var file = Write("A,B,C,n\n1,0,0,41\n0,1,0,25\n0,0,1,20\n1,1,0,9\n1,0,1,8\n0,1,1,7\n1,1,1,3\n");
        var (code, said, _) = await RunAsync("--input", file, "--json", "--resamples", "50", "--seed", "7");
        code.ShouldBe(0);
        var json = JsonDocument.Parse(said).RootElement;
        json.EnumerateObject().Select(key => key.Name)
            .ShouldBe(["method", "version", "n", "lists", "panel", "reportable", "reasons", "warnings", "spread", "factor", "seed", "options", "seconds"]);
        json.GetProperty("n").GetInt32().ShouldBe(113);
        var rows = json.GetProperty("panel").EnumerateArray().ToList();
        rows.Select(row => row.GetProperty("method").GetString()).ShouldBe(["stepwise", "bic", "dga", "bayes", "chao"]);
        foreach (var row in rows)
        {
            row.EnumerateObject().Select(key => key.Name).ShouldBe(
                ["method", "version", "options", "model", "estimate", "interval", "level", "intervalKind", "lowerBound", "code", "warnings", "figures", "models"]);
            row.GetProperty("interval").GetArrayLength().ShouldBe(2);
        }

        var (_, again, _) = await RunAsync("--input", file, "--json", "--resamples", "50", "--seed", "7", "--cores", "1");
        JsonDocument.Parse(again).RootElement.GetProperty("panel").GetRawText().ShouldBe(json.GetProperty("panel").GetRawText());
    }

    [Fact]
    public async Task People_read_the_verdict_last_and_may_have_a_picture()
    {
        var picture = Path.Combine(_folder, "panel.svg");
        var (code, said, _) = await RunAsync("--input", Write("A,B,C,n\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,6\n"), "--methods", "stepwise,bic", "--resamples", "0", "--svg", picture);
        code.ShouldBe(0);
        said.ShouldContain("Not reportable:");
        said.ShouldContain("Only 1 of 3 pairs of lists share a case");
        File.ReadAllText(picture).ShouldStartWith("<svg");
    }

    [Theory]
    [InlineData("A,B,n\n1,2,4\n", new string[0], "Line 2, column 2: B holds “2”")]
    [InlineData("A,B,n\n1,1,4\n", new[] { "--methods", "magic" }, "There is no method magic.")]
    [InlineData("A,B,n\n1,1,4\n", new[] { "--threshold", "2" }, "--threshold is a p-value: 0 to 1.")]
    [InlineData("A,B,n\n1,1,4\n", new[] { "--factor", "1" }, "a factor above 1")]
    public async Task What_is_wrong_is_said_in_a_sentence(string text, string[] more, string sentence)
    {
        var (code, said, complained) = await RunAsync(["--input", Write(text), .. more]);
        (code, said).ShouldBe((2, ""));
        complained.ShouldContain(sentence);
    }

    [Fact]
    public async Task Stopped_it_writes_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var (code, said, complained) = await RunAsync(["--input", Write("A,B,C,n\n1,0,0,40\n0,1,0,30\n1,1,1,6\n")], stop.Token);
        (code, said).ShouldBe((1, ""));
        complained.ShouldContain("Stopped. Nothing was written.");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private static Task<(int Code, string Said, string Complained)> RunAsync(params string[] words) => RunAsync(words, CancellationToken.None);

    private static Task<(int Code, string Said, string Complained)> RunAsync(string[] words, CancellationToken cancel) => StatsProgram.RunAsync(["mse", .. words], cancel);

    private string Write(string text)
    {
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7()}.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
