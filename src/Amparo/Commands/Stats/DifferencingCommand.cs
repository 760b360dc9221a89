using System.CommandLine;
using System.Globalization;
using System.Text;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Disclosure.Releases;

namespace Amparo.Commands.Stats;

/// <summary><c>amparo stats differencing</c></summary>
internal static class DifferencingCommand
{
    private const string What =
        """
        What releases give away together: counts below k that somebody who has all of them derives by subtraction or otherwise.
        FILE holds the counts; each --release a published table with the same columns and a number or x: * for all, A|B for some together, !A for all but one.
        Exit code: 0 done, 1 stopped or a small count is exposed, 2 a file or an option is wrong.
        """;

    private static readonly Option<string[]> Releases = new("--release") { Description = "A published table. Say it again for each.", Required = true, AllowMultipleArgumentsPerToken = true };

    public static Command Make()
    {
        var command = new Command("differencing", What) { StatsRun.File, Releases };
        foreach (var option in (Option[])[.. DisclosureOptions.All, StatsRun.AsJson])
            command.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            var safe = true;
            var code = await StatsRun.RunAsync(parsed, report => Say(parsed, report, out safe, cancel), cancel);
            return code == CommandHost.Done && !safe ? CommandHost.Refused : code;
        });
        return command;
    }

    private static string Say(ParseResult parsed, StatsReport report, out bool safe, CancellationToken cancel)
    {
        var table = DisclosureOptions.TableOf(parsed, null);
        var releases = parsed.GetValue(Releases)!.Select(path => StatsRun.Read(path, text => ReleaseFile.Read(path, text, table))).ToList();
        var exposed = Differencing.Check(table, releases, DisclosureOptions.ProtectionOf(parsed), cancel);
        safe = exposed.Count == 0;
        if (parsed.GetValue(StatsRun.AsJson))
        {
            return report.Json(1, new
            {
                safe,
                exposed = exposed.Select(one => new { labels = one.Figure.Labels, count = one.Figure.Count, lowest = one.Derivable.Lowest, highest = Finite(one.Derivable.Highest), printedBy = one.PrintedBy }),
            });
        }

        if (safe)
            return "Nobody who has all of these derives that a count is small.";
        var text = new StringBuilder("Too much can be derived of:");
        foreach (var one in exposed)
        {
            var known = one.Derivable.IsExact
                ? string.Create(CultureInfo.InvariantCulture, $"exactly {one.Derivable.Lowest:N0}")
                : string.Create(CultureInfo.InvariantCulture, $"{one.Derivable.Lowest:N0} – {one.Derivable.Highest:N0}");
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {known,12}  {one.Figure}{(one.PrintedBy is { } by ? $"  (printed in {by})" : "")}");
        }

        return text.ToString();
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
