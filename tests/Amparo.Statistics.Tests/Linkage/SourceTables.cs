namespace Amparo.Statistics.Tests.Linkage;

/// <summary>Files of <c>Data/</c> as text.</summary>
internal static class SourceTables
{
    public static TextReader Open(string name) => new StreamReader(typeof(SourceTables).Assembly.GetManifestResourceStream(name + ".csv")!);

    /// <summary>The cells of each line but the header; for files without quotes.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var text = Open(name);
        text.ReadLine();
        while (text.ReadLine() is { } line)
            yield return line.Split(',');
    }
}
