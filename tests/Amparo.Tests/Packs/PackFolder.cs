using Amparo.Platform.Packs;

namespace Amparo.Tests.Packs;

/// <summary>Where the packs lie, and a copy of one that a test may break.</summary>
internal sealed class PackFolder : IDisposable
{
    private PackFolder(string path) => Path = path;

    public static string Pe { get; } = System.IO.Path.Combine(Root(), "packs", "pe");

    public static string Zz { get; } = System.IO.Path.Combine(Root(), "tests", "packs", "zz");

    public string Path { get; }

    public static PackFolder CopyOfZz()
    {
        var copy = Directory.CreateTempSubdirectory("pack-").FullName;
        foreach (var file in Directory.EnumerateFiles(Zz, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(Zz, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new(copy);
    }

    public PackFolder Replace(string file, string old, string with)
    {
        var text = Text(file);
        text.ShouldContain(old);
        return Write(file, text.Replace(old, with, StringComparison.Ordinal));
    }

    public PackFolder Write(string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), text);
        return this;
    }

    public PackFolder Delete(string file)
    {
        File.Delete(System.IO.Path.Combine(Path, file));
        return this;
    }

    public int LineOf(string file, string text) =>
        File.ReadAllLines(System.IO.Path.Combine(Path, file)).Index().First(line => line.Item.Contains(text, StringComparison.Ordinal)).Index + 1;

    public int LastLineOf(string file) => File.ReadAllLines(System.IO.Path.Combine(Path, file)).Length;

    public IReadOnlyList<PackProblem> Check() => PackCheck.Run(Path, Shapes.Sections, Shapes.Events);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Text(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Amparo.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above holds Amparo.slnx.");
        }

        return folder.FullName;
    }
}
