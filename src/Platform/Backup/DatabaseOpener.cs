using Amparo.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Amparo.Platform.Backup;

/// <summary>Opens databases outside a request: another than the program's own only to read it, as nothing can be recorded there.</summary>
internal sealed class DatabaseOpener(IServiceScopeFactory scopes)
{
    public OpenedDatabase Open(DatabaseAddress address)
    {
        var scope = scopes.CreateAsyncScope();
        var parts = scope.ServiceProvider.GetRequiredService<DbParts>();
        return new OpenedDatabase(scope, address.IsPostgres ? Postgres(address, parts) : Sqlite(address, parts));
    }

    /// <summary>The program's own database, where things can be recorded.</summary>
    public OpenedDatabase OpenOwn()
    {
        var scope = scopes.CreateAsyncScope();
        return new OpenedDatabase(scope, scope.ServiceProvider.GetRequiredService<Db>());
    }

    // Without a pool: the database is moved or dropped as soon as it was read.
    private static PostgresDb Postgres(DatabaseAddress address, DbParts parts)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false };
        return new PostgresDb(new DbContextOptionsBuilder<PostgresDb>()
            .ReplaceService<IModelCacheKeyFactory, ModelPerModules>()
            .UseNpgsql(unpooled.ConnectionString, postgres => postgres.MigrationsAssembly(DataServices.MigrationsAssembly))
            .Options, parts);
    }

    private static SqliteDb Sqlite(DatabaseAddress address, DbParts parts)
    {
        var unpooled = new SqliteConnectionStringBuilder(address.ConnectionString) { Pooling = false };
        return new SqliteDb(new DbContextOptionsBuilder<SqliteDb>()
            .ReplaceService<IModelCacheKeyFactory, ModelPerModules>()
            .UseSqlite(unpooled.ConnectionString, sqlite => sqlite.MigrationsAssembly(DataServices.MigrationsAssembly))
            .Options, parts);
    }
}

internal sealed class OpenedDatabase(AsyncServiceScope scope, Db db) : IAsyncDisposable
{
    public Db Db { get; } = db;

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await scope.DisposeAsync();
    }
}
