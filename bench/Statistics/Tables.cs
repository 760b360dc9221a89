using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.StatisticsBench;

/// <summary>The published tables.</summary>
internal static class Tables
{
    public static OverlapTable Read(string name)
    {
        using var text = new StreamReader(typeof(Tables).Assembly.GetManifestResourceStream($"{name}.csv")!);
        return OverlapFile.Read(text, new OverlapLayout());
    }
}
