using Amparo.Tests.Support;

namespace Amparo.Tests.Architecture;

/// <summary>The checkout's own files: what is generated or built is not among them.</summary>
internal static class Source
{
    public static IReadOnlyList<SourceFile> Of(string folder, params string[] extensions) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(TestApp.Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(TestApp.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "TestResults" or "data"))
            .Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path)))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path)),
    ];

    /// <summary>Everything people write: sources, pages, texts, packs, documents.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. ((string[])["src", "tests", "tools", "docs", "packs"]).Where(folder => Directory.Exists(Path.Combine(TestApp.Root, folder)))
            .SelectMany(folder => Of(folder, ".cs", ".cshtml", ".csproj", ".resx", ".json", ".md", ".css", ".js", ".csv", ".sh")),
    ];
}

/// <param name="Path">From the checkout's root, with forward slashes.</param>
internal sealed record SourceFile(string Path)
{
    public string Text => File.ReadAllText(System.IO.Path.Combine(TestApp.Root, Path));

    public int Lines => File.ReadLines(System.IO.Path.Combine(TestApp.Root, Path)).Count();

    public string Name => System.IO.Path.GetFileName(Path);

    public override string ToString() => Path;
}
