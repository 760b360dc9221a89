using System.Text.Json;

namespace Amparo.Platform.Packs;

/// <summary>What holds in every file: labels in all languages, a code once in its list, and areas that exist.</summary>
internal static class CommonRules
{
    public static IEnumerable<PackProblem> Problems(string file, JsonAt root, IReadOnlyList<string> languages, HashSet<string>? areas) =>
        root.WithAllInside().SelectMany(value => Labels(file, value, languages).Concat(Codes(file, value)).Concat(Areas(file, value, areas)));

    private static IEnumerable<PackProblem> Labels(string file, JsonAt value, IReadOnlyList<string> languages)
    {
        var isLabel = value.Members.Count > 0
            && value.Members.All(member => member.Value.Kind == JsonTokenType.String)
            && (value.Members.Any(member => languages.Contains(member.Key)) || value.Members.All(member => member.Key.Length == 2));
        return !isLabel ? [] : languages.Where(language => string.IsNullOrWhiteSpace(value[language]?.Text)).Select(language =>
            new PackProblem(file, value.Line, $"A label has no text in “{language}”.", $"Add \"{language}\": \"…\" to it."));
    }

    private static IEnumerable<PackProblem> Codes(string file, JsonAt value) =>
        value.Items
            .Select(item => item["code"])
            .Where(code => code?.Text is not null)
            .GroupBy(code => code!.Text)
            .SelectMany(same => same.Skip(1).Select(code =>
                new PackProblem(file, code!.Line, $"The code “{same.Key}” is used twice.", "Give each entry of the list a code of its own.")));

    private static IEnumerable<PackProblem> Areas(string file, JsonAt value, HashSet<string>? areas) =>
        new[] { value["area"] }
            .Concat(value["areas"]?.Items ?? [])
            .Where(area => area?.Text is { } code && code != AreaTree.Everywhere && areas?.Contains(code) == false)
            .Select(area => new PackProblem(
                file, area!.Line, $"The area “{area.Text}” is unknown.", $"Use a code of {AreaFile.Name}, or “{AreaTree.Everywhere}”."));
}
