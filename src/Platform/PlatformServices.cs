using Amparo.Platform.Acts;
using Amparo.Platform.Api;
using Amparo.Platform.Audit;
using Amparo.Platform.Backup;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Live;
using Amparo.Platform.Mail;
using Amparo.Platform.Outbox;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Platform;

public static class PlatformServices
{
    /// <summary>Everything that modules build on: data and events, permissions, protection, the outbox.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, DatabaseAddress database, MasterKey master, Pack pack, MasterKey? previous = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddData(database);
        services.AddSingleton(pack);
        services.AddSingleton<ClockBook>();
        services.AddSingleton<ClockWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<ClockWorker>());
        services.AddScoped<Repeats>();
        services.AddScoped<ActFilter>();
        services.AddScoped<Drafts>();
        services.AddScoped<Actors>();
        services.AddScoped(sp => new Timelines(
            sp.GetRequiredService<Db>(), sp.GetRequiredService<Modules>(), sp.GetRequiredService<Actors>(), sp.GetRequiredService<Texts>()));
        services.AddScoped<ClockFaces>();
        services.AddScoped(sp => new Whom(sp.GetRequiredService<Modules>(), sp.GetRequiredService<IStaff>(), sp.GetRequiredService<Viewer>()));
        services.AddSingleton<Mailer>();
        services.AddSingleton<LiveStream>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<OutboxWorker>());
        services.AddApi();
        services.AddProtection(new Masters(master, previous));
        services.AddAudit();
        services.AddBackup();
        services.AddPermissions();
        return services.AddPlatformModule();
    }

    /// <summary>Platform's own manifest, which needs neither a database nor a pack.</summary>
    public static IServiceCollection AddPlatformModule(this IServiceCollection services) => services.AddModule("platform", module => module
        .Event<FieldRead>("field.read", Weight.Hidden)
        .Event<KeyRotated>("key.rotated", Weight.Key)
        .Event<FieldsResealed>("key.fields-resealed")
        .Bind<Draft>(nameof(Draft.Fields), draft => draft.Binding)
        .Event<ClockEscalated>("clock.escalated")
        .Event<BackupMade>("backup.made"));

    private static void AddPermissions(this IServiceCollection services)
    {
        services.AddSingleton<Permits>();
        services.AddSingleton<IPermits>(sp => sp.GetRequiredService<Permits>());
        services.AddSingleton<IAuthorizationHandler>(sp => sp.GetRequiredService<Permits>());
        services.AddAuthorizationBuilder().SetFallbackPolicy(DenyByDefault.Nobody);
    }
}
