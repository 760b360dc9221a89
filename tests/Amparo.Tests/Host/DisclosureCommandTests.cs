using System.Text.Json;
using static Amparo.Tests.Host.StatsProgram;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats suppress</c>, <c>differencing</c> and <c>anonymity</c> on files.</summary>
public sealed class DisclosureCommandTests : IDisposable
{
    private const string Counts = "region,district,sex,n\nN,1,f,20\nN,1,m,30\nN,2,f,2\nN,2,m,40\nS,1,f,25\nS,1,m,35\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-stats-").FullName;

    [Fact]
    public async Task Suppressed_tables_are_written_and_stand_the_check_of_releases()
    {
        var (file, release) = (Write(Counts), Path.Combine(_folder, "release.csv"));
        var (code, said, _) = await RunAsync("suppress", file, "--k", "5", "--hierarchy", "region>district", "--out", release);
        code.ShouldBe(0);
        said.ShouldContain("no sufficient choice costs less");
        said.ShouldContain("May be published");
        File.ReadAllText(release).ShouldContain("N,2,f,x");
        (await RunAsync("differencing", file, "--hierarchy", "region>district", "--release", release)).Code.ShouldBe(0);
    }

    [Fact]
    public async Task Programs_find_every_key()
    {
        var (_, said, _) = await RunAsync("suppress", Write(Counts), "--json");
        var json = JsonDocument.Parse(said).RootElement;
        json.EnumerateObject().Select(key => key.Name)
            .ShouldBe(["method", "version", "k", "width", "zerosArePublic", "safe", "unprotected", "cost", "lowestCost", "least", "figures", "options", "seconds"]);
        json.GetProperty("figures")[0].EnumerateObject().Select(key => key.Name).ShouldBe(["labels", "count", "status", "lowest", "highest"]);
    }

    [Fact]
    public async Task Exposed_counts_are_named_and_the_exit_code_is_1()
    {
        var file = Write("district,sex,n\nA,f,20\nA,m,30\nC,f,3\nC,m,40\n");
        var (all, most) = (Write("district,sex,n\n*,f,23\n"), Write("district,sex,n\n!C,f,20\n"));
        var (code, said, _) = await RunAsync("differencing", file, "--release", all, "--release", most);
        code.ShouldBe(1);
        said.ShouldContain("exactly 3  C, f");
        (await RunAsync("anonymity", Write("a,b\n1,x\n1,x\n2,x\n"), "--k", "2")).ShouldBe((1, $"   1  a=2{Environment.NewLine}1 combinations are shared by fewer than 2 of 3 records.{Environment.NewLine}", ""));
    }

    [Theory]
    [InlineData("a,n\nx,1\ny,few\n", new string[0], "Line 3, column 2: n holds “few”")]
    [InlineData("a,n\nx,1\n", new[] { "--k", "1" }, "The threshold k is 2 or more")]
    [InlineData("a,n\nx,1\n", new[] { "--columns", "b" }, "There is no column b.")]
    [InlineData("a,n\nx,1\n", new[] { "--tables", "n" }, "Beside the count there must be a column")]
    public async Task What_is_wrong_is_said_in_a_sentence(string text, string[] more, string sentence)
    {
        var (code, said, complained) = await RunAsync(["suppress", Write(text), .. more]);
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
