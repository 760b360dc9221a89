using Amparo.Platform;
using Amparo.Platform.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Architecture;

/// <summary>What the modules say of themselves, without a database or a pack.</summary>
internal static class Manifests
{
    public static IReadOnlyList<Module> All { get; } = Load();

    public static IReadOnlyList<EventType> Events { get; } = [.. All.SelectMany(m => m.Events).OrderBy(e => e.Name, StringComparer.Ordinal)];

    private static IReadOnlyList<Module> Load()
    {
        var services = new ServiceCollection();
        services.AddManifests();
        using var provider = services.BuildServiceProvider();
        return [.. provider.GetServices<Module>()];
    }
}
