using System.CommandLine;
using System.Globalization;
using Amparo.Statistics.Linkage.Encoding;
using Amparo.Statistics.Linkage.Files;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats encode</c></summary>
internal static class EncodeCommand
{
    private const string What =
        """
        Encodes records so that they can be linked with those of others who have the same key, by somebody who has no key: keyed Bloom filters.
        Nothing of a record can be read in the output but what it is called, so give it a name that says nothing. It is still personal data.
        Exit code: 0 done, 1 stopped, 2 a file or an option is wrong.
        """;

    public static Command Make()
    {
        var command = new Command("encode", What) { StatsRun.File, EncodeOptions.KeyFile, EncodeOptions.Output, EncodeOptions.Kind, EncodeOptions.Salt, EncodeOptions.YearOfAges, LinkOptions.Fields };
        command.SetAction((parsed, cancel) => StatsRun.RunAsync(parsed, _ => Say(parsed), cancel));
        return command;
    }

    private static string Say(ParseResult parsed)
    {
        var (options, key, output) = (EncodeOptions.Of(parsed), EncodeOptions.KeyOf(parsed), parsed.GetValue(EncodeOptions.Output)!);
        var year = parsed.GetValue(EncodeOptions.YearOfAges);
        if (year is not (null or (>= 1900 and <= 2200)))
            throw new CommandRefused("--year-of-ages is a year: 1900 to 2200.");
        var clear = StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => RecordFile.Read(text, LinkOptions.RolesOf(parsed), fewest: 1));
        var encoded = RecordEncoder.Encode(clear, key, options, year ?? 0);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        EncodedFile.Write(encoded, text);
        StatsRun.Write(output, text.ToString());
        return string.Create(CultureInfo.InvariantCulture,
            $"{encoded.Records.Rows.Count:N0} records with key {encoded.Key}: {string.Join(", ", encoded.Records.Columns.Skip(1))}.\nLeft out: {LeftOut(clear)}.");
    }

    private static string LeftOut(Statistics.Linkage.RecordTable clear)
    {
        string[] left = [.. clear.Columns.Where((_, column) => clear.Roles[column] == Statistics.Linkage.FieldRole.None)];
        return left.Length == 0 ? "nothing" : $"{string.Join(", ", left)}; say what a column is with --field COLUMN=ROLE";
    }
}
