using Amparo.Platform.Clocks;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Data;

internal static class DataServices
{
    internal const string MigrationsAssembly = "Amparo.Migrations";

    public static void AddData(this IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(address);
        services.AddSingleton<Modules>();
        services.AddSingleton<Units>();
        services.AddSingleton<Bell>();
        services.AddScoped<Consequences>();
        services.AddScoped<ClockKeeper>();
        services.AddScoped(sp => sp.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http ? Viewer.Of(http.User) : Viewer.Program);
        services.AddScoped(sp => new DbParts(
            sp.GetRequiredService<Modules>(),
            sp.GetRequiredService<Viewer>(),
            sp.GetRequiredService<Consequences>(),
            sp.GetRequiredService<Units>(),
            sp.GetRequiredService<IWriteLane>(),
            sp.GetRequiredService<Bell>()));
        // Options once for all requests: made anew for each, they were an eighth of a page's processor time.
        if (address.IsPostgres)
        {
            services.AddSingleton<IWriteLane, PostgresLane>();
            services.AddDbContext<Db, PostgresDb>(options => options.Use(address), optionsLifetime: ServiceLifetime.Singleton);
        }
        else
        {
            services.AddSingleton<IWriteLane>(sp => new SqliteLane(address.ConnectionString, sp.GetRequiredService<ILogger<SqliteLane>>()));
            services.AddDbContext<Db, SqliteDb>(options => options.Use(address), optionsLifetime: ServiceLifetime.Singleton);
        }
    }

    internal static void Use(this DbContextOptionsBuilder options, DatabaseAddress address)
    {
        options.ReplaceService<IModelCacheKeyFactory, ModelPerModules>();
        if (address.IsPostgres)
            options.UseNpgsql(address.ConnectionString, postgres => postgres.MigrationsAssembly(MigrationsAssembly));
        else
            options.UseSqlite(address.ConnectionString, sqlite => sqlite.MigrationsAssembly(MigrationsAssembly));
    }
}
