using Amparo.Statistics.MultipleSystems;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Statistics.Tests;

/// <summary>The tables of <c>Data/</c>, each read once and through the reader that people's files take.</summary>
internal static class PublishedTables
{
    public static OverlapTable Uk { get; } = Read("uk-2013-five-lists");

    public static OverlapTable NewOrleans { get; } = Read("new-orleans-eight-lists");

    public static OverlapTable NewOrleansFive { get; } = Read("new-orleans-five-lists");

    public static OverlapTable Western { get; } = Read("western-us");

    public static OverlapTable Korea { get; } = Read("korea");

    public static OverlapTable Artificial { get; } = Read("artificial-three-lists");

    public static OverlapTable MadiganYork { get; } = Read("madigan-york");

    public static OverlapTable Hare { get; } = Read("hare");

    public static OverlapTable Rome { get; } = Read("hiv-rome");

    public static OverlapTable Seber { get; } = Read("seber-p107");

    private static OverlapTable Read(string name)
    {
        using var text = new StreamReader(typeof(PublishedTables).Assembly.GetManifestResourceStream($"{name}.csv")!);
        return OverlapFile.Read(text, new OverlapLayout());
    }
}
