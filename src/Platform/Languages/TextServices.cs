using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Platform.Languages;

/// <summary>How a module brings its texts.</summary>
public static class TextServices
{
    /// <summary>Adds <c>Texts.resx</c> and <c>Texts.en.resx</c> that stand in the namespace of <paramref name="marker"/>.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, Type marker)
    {
        ArgumentNullException.ThrowIfNull(marker);
        return services.AddTexts(new ResourceManager($"{marker.Namespace}.Texts", marker.Assembly));
    }

    public static IServiceCollection AddTexts(this IServiceCollection services, ResourceManager resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        services.TryAddSingleton<Texts>();
        return services.AddSingleton(new TextSource(resources.BaseName, resources));
    }
}
