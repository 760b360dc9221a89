using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Platform.Audit;

internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.TryAddSingleton(sp => AuditSettings.From(sp.GetService<IConfiguration>()));
        services.AddSingleton<SealKeys>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Anchor>();
        services.AddSingleton(sp => new AuditVerifier(sp.GetRequiredService<IServiceScopeFactory>(), sp.GetRequiredService<SealKeys>()));
        services.AddSingleton<SealWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<SealWorker>());
    }
}
