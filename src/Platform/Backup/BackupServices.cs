using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Amparo.Platform.Backup;

internal static class BackupServices
{
    public static void AddBackup(this IServiceCollection services)
    {
        services.TryAddSingleton(sp => BackupSettings.From(sp.GetService<IConfiguration>()));
        services.AddSingleton<DatabaseOpener>();
        services.AddSingleton<PostgresPrograms>();
        services.AddSingleton<IBackupStore, SqliteStore>();
        services.AddSingleton<IBackupStore, PostgresStore>();
        services.AddSingleton(sp => new Backups(
            sp.GetRequiredService<DatabaseAddress>(),
            sp.GetRequiredService<DatabaseOpener>(),
            sp.GetServices<IBackupStore>(),
            sp.GetRequiredService<AuditVerifier>(),
            sp.GetRequiredService<Masters>(),
            sp.GetRequiredService<TimeProvider>()));
    }
}
