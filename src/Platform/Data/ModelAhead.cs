using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Data;

/// <summary>Makes EF's model, a third of the start's work, on a thread of its own while pack, container and pages are put together.</summary>
/// <remarks>EF keeps one model per process for the same options and modules, so the program's own contexts find it made.</remarks>
public static class ModelAhead
{
    public static Task MakeAsync(IServiceCollection manifests, DatabaseAddress address) => Task.Run(() =>
    {
        using var services = manifests.AddSingleton<Modules>().BuildServiceProvider();
        // Nothing is read or saved here: the model needs only to know the modules.
        using var db = Db(address, new DbParts(services.GetRequiredService<Modules>(), Viewer.Program, null!, null!, null!, null!));
        return db.Model;
    });

    private static Db Db(DatabaseAddress address, DbParts parts) => address.IsPostgres
        ? new PostgresDb(Options<PostgresDb>(address), parts)
        : new SqliteDb(Options<SqliteDb>(address), parts);

    private static DbContextOptions<TDb> Options<TDb>(DatabaseAddress address) where TDb : Db
    {
        var options = new DbContextOptionsBuilder<TDb>();
        options.Use(address);
        return options.Options;
    }
}
