using System.CommandLine;
using Amparo.Statistics.Disclosure;
using Amparo.Statistics.Disclosure.Files;

namespace Amparo.Commands.Stats;

/// <summary>The options that suppression and the check of releases share.</summary>
internal static class DisclosureOptions
{
    public static Option<int> K { get; } = new("--k") { Description = "Counts from 1 to k - 1 are small and are protected.", DefaultValueFactory = _ => 5 };

    private static readonly Option<int?> Width = new("--width") { Description = "How wide what can be derived of a small count must at least be. Else k." };
    private static readonly Option<bool> HideZeros = new("--hide-zeros") { Description = "Zeros are small counts too. Else they are printed." };
    private static readonly Option<string?> Columns = new("--columns") { Description = "The columns that divide the people, with commas. Else all but the count." };
    private static readonly Option<string?> Count = new("--count") { Description = "The column with the number of people. Else guessed (n, count, casos …); else every line is a person." };

    private static readonly Option<string[]> Hierarchy = new("--hierarchy")
    {
        Description = "Columns of which each divides the one before: region>province>district. May be said again for others.",
        AllowMultipleArgumentsPerToken = true,
    };

    public static IReadOnlyList<Option> All => [K, Width, HideZeros, Columns, Hierarchy, Count];

    public static Protection ProtectionOf(ParseResult parsed) => new(parsed.GetValue(K), parsed.GetValue(Width), !parsed.GetValue(HideZeros));

    /// <summary>The counts of the command's file.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="columns">Columns that are named elsewhere, where <c>--columns</c> names none.</param>
    public static CountTable TableOf(ParseResult parsed, IReadOnlyList<string>? columns)
    {
        var layout = new CountLayout(
            parsed.GetValue(Columns) is { } named ? StatsRun.Names(named) : columns,
            [.. (parsed.GetValue(Hierarchy) ?? []).Select(chain => (string[])[.. chain.Split('>', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])],
            parsed.GetValue(Count));
        return StatsRun.Read(parsed.GetValue(StatsRun.File)!, text => CountFile.Read(text, layout));
    }
}
