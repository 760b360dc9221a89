using Amparo.Platform;
using Amparo.Platform.Packs;

namespace Amparo.Commands;

/// <summary>What the modules' manifests say of the pack and of events, without a database or a pack.</summary>
internal static class ModuleSections
{
    public static (IReadOnlyCollection<PackSection> Sections, IReadOnlyDictionary<string, Type> Events) All()
    {
        var services = new ServiceCollection();
        services.AddManifests();
        using var provider = services.BuildServiceProvider();
        var modules = provider.GetServices<Module>().ToList();
        return ([.. modules.SelectMany(m => m.PackSections)], modules.SelectMany(m => m.EventRecords).ToDictionary());
    }
}
