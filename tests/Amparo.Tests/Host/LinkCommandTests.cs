using System.Text.Json;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats link</c> on files: the keys that programs read, and what a person is told.</summary>
public sealed class LinkCommandTests : IDisposable
{
    private const string Records =
        "id,nombres,apellido paterno,apellido materno,dob,dni\n"
        + "a,Ana María,Quispe,Flores,1990-05-17,12345678\nb,Pedro,Huamán,Rojas,1970-11-02,87654321\nc,Lucía,Ureña,Díaz,1985-01-30,11223344\n"
        + "d,Ana,Kispe,Flores,1990-05-17,12345678\ne,PEDRO,Guamán,Rojas,1970-11-02,87654321\nf,Carlos,Vega,Paz,2001-07-07,55667788\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-link-").FullName;

    [Fact]
    public async Task Programs_find_every_key()
    {
        var (code, said, _) = await RunAsync(Write(Records), "--json");
        code.ShouldBe(0);
        var json = JsonDocument.Parse(said).RootElement;
        json.EnumerateObject().Select(key => key.Name).ShouldBe(
            ["method", "version", "records", "columns", "rules", "passedOver", "lambda", "comparisons", "groups", "pairs", "threshold", "review", "truth", "seed", "options", "seconds"]);
        json.GetProperty("records").GetInt32().ShouldBe(6);
    }

    [Fact]
    public async Task People_read_what_was_compared_and_may_have_the_groups()
    {
        var groups = Path.Combine(_folder, "groups.csv");
        var (code, said, _) = await RunAsync(Write(Records), "--groups", groups);
        code.ShouldBe(0);
        said.ShouldContain("6 records. Compared: nombres, apellido paterno, apellido materno, dob, dni.");
        var lines = await File.ReadAllLinesAsync(groups);
        lines.Length.ShouldBe(7);
        lines[0].ShouldBe("record,group");
    }

    [Theory]
    [InlineData("nombre,apellido\nAna,Ruiz\nEva\n", new string[0], "Line 3: It has 1 columns, the header has 2.")]
    [InlineData("nombre,apellido\nAna,Ruiz\nEva,Paz\n", new[] { "--threshold", "2" }, "--threshold and --review are probabilities")]
    [InlineData("nombre,apellido\nAna,Ruiz\nEva,Paz\n", new[] { "--field", "nombre=magic" }, "write COLUMN=ROLE")]
    public async Task What_is_wrong_is_said_in_a_sentence(string text, string[] more, string sentence)
    {
        var (code, said, complained) = await RunAsync([Write(text), .. more]);
        (code, said).ShouldBe((2, ""));
        complained.ShouldContain(sentence);
    }

    [Fact]
    public async Task Two_files_with_other_columns_are_refused()
    {
        var (code, _, complained) = await RunAsync(Write(Records), Write("nombre,apellido\nAna,Ruiz\nEva,Paz\n"));
        code.ShouldBe(2);
        complained.ShouldContain("has other columns than");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private static Task<(int Code, string Said, string Complained)> RunAsync(params string[] words) => StatsProgram.RunAsync(["link", .. words]);

    private string Write(string text)
    {
        var path = Path.Combine(_folder, $"{Guid.CreateVersion7()}.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
