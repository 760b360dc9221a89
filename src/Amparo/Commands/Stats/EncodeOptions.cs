using System.CommandLine;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Linkage.Files;

namespace Amparo.Commands.Stats;

/// <summary>What the commands on encodings share.</summary>
internal static class EncodeOptions
{
    public static Option<string> KeyFile { get; } = new("--key-file") { Description = "A file with the secret that those who link share (see: amparo key new). Never give it to who links.", Required = true };

    public static Option<string> Output { get; } = new("--output") { Description = "Where the encodings are written.", Required = true };

    public static Option<string> Kind { get; } = new("--kind") { Description = "fields: links as well as clear text, and shows who shares a value. record: shows less, links worse, and can be searched.", DefaultValueFactory = _ => "fields" };

    public static Option<string> Salt { get; } = new("--salt") { Description = "none, or birth-year: the same name in another year of birth is another encoding.", DefaultValueFactory = _ => "none" };

    public static Option<int?> YearOfAges { get; } = new("--year-of-ages") { Description = "The year in which ages were told. Else it is read from persons who stand in the file with a date and with an age." };

    public static Option<int> Top { get; } = new("--top") { Description = "How many are told of each.", DefaultValueFactory = _ => 10 };

    /// <exception cref="CommandRefused">A word is not known.</exception>
    public static EncodingOptions Of(ParseResult parsed) => new(
        parsed.GetValue(Kind) switch
        {
            "fields" => EncodingKind.Fields,
            "record" => EncodingKind.Record,
            var other => throw new CommandRefused($"--kind {other}: write fields or record."),
        },
        parsed.GetValue(Salt) switch
        {
            "none" => EncodingSalt.None,
            "birth-year" => EncodingSalt.BirthYear,
            var other => throw new CommandRefused($"--salt {other}: write none or birth-year."),
        });

    /// <exception cref="CommandRefused">It cannot be read, or holds no key.</exception>
    public static EncodingKey KeyOf(ParseResult parsed)
    {
        var path = parsed.GetValue(KeyFile)!;
        try
        {
            return StatsRun.Read(path, text => EncodingKey.Parse(text.ReadToEnd()));
        }
        catch (FormatException wrong)
        {
            throw new CommandRefused($"{path}: {wrong.Message}");
        }
    }

    public static EncodedTable Read(string path) => StatsRun.Read(path, EncodedFile.Read);
}
