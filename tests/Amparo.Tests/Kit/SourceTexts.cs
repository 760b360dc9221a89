using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Amparo.Tests.Kit;

/// <summary>The texts and the places that ask for them, as they stand in the source.</summary>
internal static partial class SourceTexts
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> ResourceFiles => Files("Texts.resx");

    /// <summary>Every key some source asks for, with the file that does.</summary>
    public static IEnumerable<(string Key, string File)> Asked() =>
        from file in Files("*.cs").Concat(Files("*.cshtml"))
        let text = File.ReadAllText(file)
        let found = Indexer().Matches(text).Concat(Named().Matches(text)).Concat(TagTexts(text))
        from match in found
        select (match.Groups["key"].Value, Short(file));

    /// <summary>Says whether a key may be asked for: by a literal, or by a literal that is filled in.</summary>
    public static Func<string, bool> Used()
    {
        var sources = Files("*.cs").Concat(Files("*.cshtml")).Select(File.ReadAllText).ToList();
        var literals = sources.SelectMany(text => Literal().Matches(text)).Select(match => match.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        var filled = sources.SelectMany(text => Interpolated().Matches(text)).Select(match => match.Groups["key"].Value)
            .Concat(sources.SelectMany(text => ChoicePrefix().Matches(text)).Select(match => match.Groups["key"].Value + ".{}"))
            .Where(literal => literal.IndexOf('{', StringComparison.Ordinal) > 2)
            .Select(literal => new Regex("^" + Hole().Replace(Regex.Escape(literal), ".+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .ToList();
        return key => literals.Contains(key) || filled.Exists(pattern => pattern.IsMatch(key));
    }

    public static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    public static string English(string file) => Path.ChangeExtension(file, ".en.resx");

    public static string Short(string file) => Path.GetRelativePath(Root, file);

    private static IEnumerable<Match> TagTexts(string text) =>
        KitTag().Matches(text).SelectMany(tag => TagText().Matches(tag.Value));

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Amparo.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Amparo.slnx stands in no folder above the tests.");
    }

    [GeneratedRegex("""\b(?:T|texts|Texts)\["(?<key>[^"{]+)"(?:\]|,)""", RegexOptions.None, 1000)]
    private static partial Regex Indexer();

    [GeneratedRegex("""(?:ErrorMessage = |Display\(Name = |new MenuItem\(|new FootLink\()"(?<key>[^"]+)" """, RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("""<(?:field|choices|date-field|panel|notice|fact)\b[^>]*""", RegexOptions.None, 1000)]
    private static partial Regex KitTag();

    [GeneratedRegex("""\s(?:label|hint|title|empty)="(?<key>[^"@]+)" """, RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex TagText();

    // Only what looks like a key: in Razor an attribute's quotes stand around those of the literal.
    [GeneratedRegex("""\"(?<key>[\w.-]+)\" """, RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("\\$\"(?<key>[^\"\n]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Interpolated();

    [GeneratedRegex("""Choice\.Of<[^>]+>\([^,]+, "(?<key>[^"]+)"\)""", RegexOptions.None, 1000)]
    private static partial Regex ChoicePrefix();

    [GeneratedRegex("""\\\{[^}]*\}""", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
