using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Permissions;

/// <summary>What a module shows in a slot of another module's page, to those who hold a permission.</summary>
public sealed record Panel(string Slot, string Permission, string Partial, Func<IServiceProvider, Guid, CancellationToken, Task<object?>> LoadAsync)
{
    /// <summary>A panel that <typeparamref name="TSource"/> loads; nothing is shown when it loads null.</summary>
    public static Panel For<TSource>(string slot, string permission, string partial, Func<TSource, Guid, CancellationToken, Task<object?>> loadAsync)
        where TSource : notnull =>
        new(slot, permission, partial, (services, id, cancel) => loadAsync(services.GetRequiredService<TSource>(), id, cancel));
}
