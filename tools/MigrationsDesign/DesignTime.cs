using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.MigrationsDesign;

/// <summary>Makes a context for <c>dotnet ef</c> from the whole program's manifests; no database is opened.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => (SqliteDb)DesignTime.Make("design-time.db");
}

public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => (PostgresDb)DesignTime.Make("postgres://design@localhost/time");
}

internal static class DesignTime
{
    public static Db Make(string address)
    {
        var pack = Pack.Load(Path.Combine(AppContext.BaseDirectory, "packs", "pe"));
        var app = AmparoHost.Build(new HostSettings(DatabaseAddress.Parse(address), MasterKey.Parse(MasterKey.Generate()), pack));
        return app.Services.CreateScope().ServiceProvider.GetRequiredService<Db>();
    }
}
