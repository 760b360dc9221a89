using System.Globalization;
using System.Text.Json;
using static Amparo.Tests.Host.StatsProgram;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats encode</c>, <c>encode-link</c> and <c>encode-search</c> on files, as two agencies and somebody between them use them.</summary>
public sealed class EncodeCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("amparo-encode-").FullName;

    [Fact]
    public async Task Two_agencies_are_linked_by_somebody_who_has_no_key()
    {
        var key = Write("key", Key(1));
        var (one, other) = (await EncodeAsync(Lines("a", 0), key), await EncodeAsync(Lines("b", 4), key));
        File.ReadAllText(one).ShouldNotContain("Quispe", Case.Insensitive);
        var truth = Write("truth", $"record,person\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"a{i},{i}\nb{i},{i}\n"))}");
        var (code, said, _) = await RunAsync("encode-link", one, other, "--truth", truth, "--json");
        code.ShouldBe(0);
        var json = JsonDocument.Parse(said).RootElement;
        json.EnumerateObject().Select(name => name.Name).ShouldBe(
            ["method", "version", "records", "columns", "rules", "passedOver", "lambda", "comparisons", "groups", "pairs", "threshold", "review", "truth", "seed", "options", "seconds"]);
        json.GetProperty("truth").GetProperty("f1").GetDouble().ShouldBeGreaterThan(0.9);
        json.GetProperty("groups").EnumerateArray().ShouldAllBe(group => group.GetArrayLength() == 2);
    }

    [Fact]
    public async Task One_encoded_record_is_found_among_many()
    {
        var key = Write("key", Key(1));
        var many = await EncodeAsync(Lines("a", 0), key, "--kind", "record");
        var one = await EncodeAsync(string.Join('\n', Lines("q", 0).Split('\n')[0], Lines("q", 0).Split('\n')[8].Replace("Quispe", "Kispe", StringComparison.Ordinal)), key, "--kind", "record");
        var (code, said, _) = await RunAsync("encode-search", many, one, "--top", "3", "--json");
        code.ShouldBe(0);
        var query = JsonDocument.Parse(said).RootElement.GetProperty("queries").EnumerateArray().Single();
        query.GetProperty("record").GetString().ShouldBe("q7");
        var nearest = query.GetProperty("nearest").EnumerateArray().ToList();
        nearest.Count.ShouldBe(3);
        nearest[0].GetProperty("record").GetString().ShouldBe("a7");
        nearest[0].GetProperty("dice").GetDouble().ShouldBeInRange(0.8, 1);
        nearest[1].GetProperty("dice").GetDouble().ShouldBeLessThan(nearest[0].GetProperty("dice").GetDouble());
    }

    [Fact]
    public async Task Whole_records_are_linked_too()
    {
        var key = Write("key", Key(1));
        var (one, other) = (await EncodeAsync(Lines("a", 0), key, "--kind", "record"), await EncodeAsync(Lines("b", 0), key, "--kind", "record"));
        var (code, said, _) = await RunAsync("encode-link", one, other, "--json");
        code.ShouldBe(0);
        JsonDocument.Parse(said).RootElement.GetProperty("groups").EnumerateArray().Select(group => string.Join(' ', group.EnumerateArray().Select(id => id.GetString())))
            .ShouldBe(Enumerable.Range(0, 40).Select(i => $"a{i} b{i}"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_a_sentence()
    {
        var (clear, key) = (Write("clear", Lines("a", 0)), Write("key", Key(1)));
        var output = Path.Combine(_folder, "out");
        await Refused("There is no key", "It holds no key: 32 random bytes", "encode", clear, "--key-file", Write("bad", "secret"), "--output", output);
        await Refused("A kind that is none", "--kind all: write fields or record.", "encode", clear, "--key-file", key, "--output", output, "--kind", "all");
        File.Exists(output).ShouldBeFalse();
        await Refused("No encodings", "Line 1: It does not begin with", "encode-link", clear);
        var fields = await EncodeAsync(Lines("a", 0), key);
        await Refused("Fields cannot be searched", "Encode with: --kind record", "encode-search", fields, fields);
        await Refused("Other keys", "encoded with different keys", "encode-link", fields, await EncodeAsync(Lines("b", 0), Write("key2", Key(2))));

        async Task Refused(string why, string sentence, params string[] words)
        {
            var (code, said, complained) = await RunAsync(words);
            (code, said).ShouldBe((2, ""), why);
            complained.ShouldContain(sentence);
        }
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private static string Key(byte first) => Convert.ToBase64String([.. Enumerable.Range(first, 32).Select(i => (byte)i)]);

    // Forty persons; of every fourth, shifted, the surname is respelled.
    private static string Lines(string prefix, int respelled) => string.Join('\n', Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture,
        $"{prefix}{i},{Given[i % 8]},{(respelled > 0 && i % respelled == 0 ? Surnames[i / 8].Replace("Qui", "Ki", StringComparison.Ordinal) : Surnames[i / 8])},{1960 + i}-{1 + i % 12:00}-{2 + i % 27:00},{40_000_000 + i * 1_234_567}")).Prepend("id,nombres,apellido,fecha de nacimiento,dni"));

    private static readonly string[] Given = ["Ana", "Rosa", "Carmen", "Julia", "Pedro", "Luis", "Jorge", "Óscar"];
    private static readonly string[] Surnames = ["Quispe", "Mamani", "Flores", "Quiroz", "Huamán"];

    private async Task<string> EncodeAsync(string text, string key, params string[] more)
    {
        var output = Path.Combine(_folder, $"{Guid.CreateVersion7()}.enc");
        var (code, _, complained) = await RunAsync(["encode", Write($"{Guid.CreateVersion7()}", text), "--key-file", key, "--output", output, .. more]);
        code.ShouldBe(0, complained);
        return output;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
