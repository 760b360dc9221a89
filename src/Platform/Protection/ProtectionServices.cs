using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection.Rotation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Platform.Protection;

internal static class ProtectionServices
{
    public static void AddProtection(this IServiceCollection services, Masters masters)
    {
        services.AddSingleton(masters);
        services.AddSingleton<MasterKeyWrap>();
        services.AddSingleton<KeyTable>();
        services.AddSingleton<Seals>();
        services.AddSingleton(sp => new Secrets(sp.GetRequiredService<Seals>(), sp.GetRequiredService<Modules>()));
        services.AddSingleton(sp => new BlindIndexes(
            sp.GetRequiredService<IServiceScopeFactory>(), sp.GetRequiredService<MasterKeyWrap>(), sp.GetRequiredService<TimeProvider>()));
        services.AddScoped(sp => new Reveals(
            sp.GetRequiredService<Db>(),
            sp.GetRequiredService<Modules>(),
            sp.GetRequiredService<Seals>(),
            sp.GetRequiredService<Viewer>(),
            sp,
            sp.GetRequiredService<TimeProvider>()));
        services.AddRing();
        services.AddRotation();
    }

    private static void AddRing(this IServiceCollection services)
    {
        // The framework's own ring: it reads the keys at the start and complains early. Whoever seals is given ours.
        KeyRing.Configure(services, (options, sp) =>
            (options.XmlRepository, options.XmlEncryptor) = (sp.GetRequiredService<KeyTable>(), sp.GetRequiredService<MasterKeyWrap>()));
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IDataProtectionProvider>(sp => sp.GetRequiredService<KeyRing>());
        services.AddHostedService<RingWatch>();
    }

    private static void AddRotation(this IServiceCollection services)
    {
        services.TryAddSingleton<RotationSettings>();
        services.AddSingleton<StoredKeys>();
        services.AddSingleton<Resealing>();
        services.AddSingleton(sp => new KeyRotation(
            sp.GetRequiredService<StoredKeys>(),
            sp.GetRequiredService<Resealing>(),
            sp.GetRequiredService<RotationSettings>(),
            sp.GetRequiredService<TimeProvider>()));
    }
}
