using System.Globalization;

namespace Amparo.Statistics.Tests.Trends;

/// <summary>Series and what the references made of them, from <c>Data/</c>.</summary>
internal static class Reference
{
    /// <summary>Salmonella Agona, 312 weeks.</summary>
    public static int[] Agona { get; } = [.. Rows("salmonella-agona").Select(row => (int)row["observed"])];

    /// <summary>Each line by column; what is no number is infinite.</summary>
    public static IReadOnlyList<Dictionary<string, double>> Rows(string name)
    {
        using var text = new StreamReader(typeof(Reference).Assembly.GetManifestResourceStream($"{name}.csv")!);
        var names = text.ReadLine()!.Split(',').Select(column => column.Trim('"')).ToArray();
        List<Dictionary<string, double>> rows = [];
        while (text.ReadLine() is { Length: > 0 } line)
        {
            rows.Add(line.Split(',').Zip(names).ToDictionary(pair => pair.Second,
                pair => double.TryParse(pair.First, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.PositiveInfinity));
        }

        return rows;
    }
}
