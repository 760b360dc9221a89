using System.CommandLine;
using Amparo.Statistics.Linkage;

namespace Amparo.Commands.Stats;

/// <summary>The arguments of <c>amparo stats link</c>; each default is the method's own.</summary>
internal static class LinkOptions
{
    private static readonly Dictionary<string, FieldRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["none"] = FieldRole.None,
        ["id"] = FieldRole.Id,
        ["given"] = FieldRole.GivenNames,
        ["surname"] = FieldRole.Surname,
        ["surname2"] = FieldRole.SecondSurname,
        ["birth"] = FieldRole.BirthDate,
        ["birth-year"] = FieldRole.BirthYear,
        ["birth-month"] = FieldRole.BirthMonth,
        ["birth-day"] = FieldRole.BirthDay,
        ["age"] = FieldRole.Age,
        ["sex"] = FieldRole.Sex,
        ["document"] = FieldRole.Document,
        ["phone"] = FieldRole.Phone,
        ["email"] = FieldRole.Email,
        ["code"] = FieldRole.Code,
        ["text"] = FieldRole.Text,
    };

    public static Argument<string[]> Files { get; } = new("file") { Description = "One or two files (CSV) with a header.", Arity = new ArgumentArity(1, 2) };

    public static Option<bool> Json { get; } = new("--json") { Description = "JSON for programs; docs/methods/linkage.md says the keys." };

    public static Option<int?> Cores { get; } = new("--cores") { Description = "How many cores to use. The result is the same with any number." };

    public static Option<string?> Groups { get; } = new("--groups") { Description = "Also writes each record with its group into this file." };

    public static Option<string[]> Fields { get; } = new("--field") { Description = $"COLUMN=ROLE, for a column whose name does not say it. Roles: {string.Join(", ", Roles.Keys)}." };

    public static Option<string?> Truth { get; } = new("--truth") { Description = "A file (CSV) with the columns record and person: says how right the groups are. It is not looked at before they are made." };

    public static Option<int> Explain { get; } = new("--explain") { Description = "How many pairs for review are explained.", DefaultValueFactory = _ => 5 };

    private static readonly Option<double> Threshold = new("--threshold") { Description = "The probability from which two records are one person.", DefaultValueFactory = _ => new LinkageOptions().Threshold };
    private static readonly Option<double> Review = new("--review") { Description = "The probability from which a person should look.", DefaultValueFactory = _ => new LinkageOptions().Review };
    private static readonly Option<long> Seed = new("--seed") { Description = "The same seed gives the same result.", DefaultValueFactory = _ => 1 };

    public static IReadOnlyList<Option> All => [Fields, Threshold, Review, Groups, Explain, Truth, Seed, Cores, Json];

    /// <exception cref="CommandRefused">A number lies outside of its range.</exception>
    public static LinkageOptions Of(ParseResult parsed)
    {
        var (threshold, review) = (parsed.GetValue(Threshold), parsed.GetValue(Review));
        if (threshold is not (> 0 and < 1) || review is not (> 0 and < 1) || review > threshold)
            throw new CommandRefused("--threshold and --review are probabilities between 0 and 1, and --review is not above --threshold.");
        if (parsed.GetValue(Cores) is < 1)
            throw new CommandRefused("--cores is 1 or more.");
        return new LinkageOptions(threshold, review, Seed: parsed.GetValue(Seed));
    }

    /// <exception cref="CommandRefused">A role is not known.</exception>
    public static Dictionary<string, FieldRole> RolesOf(ParseResult parsed)
    {
        Dictionary<string, FieldRole> roles = new(StringComparer.Ordinal);
        foreach (var field in parsed.GetValue(Fields) ?? [])
        {
            var at = field.LastIndexOf('=');
            if (at < 1 || !Roles.TryGetValue(field[(at + 1)..], out var role))
                throw new CommandRefused($"--field {field}: write COLUMN=ROLE. Roles: {string.Join(", ", Roles.Keys)}.");
            roles[field[..at]] = role;
        }

        return roles;
    }
}
