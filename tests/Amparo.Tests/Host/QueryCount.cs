using System.Collections.Concurrent;
using System.Data.Common;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>Counts what each page asks of the database; what workers ask beside is nobody's page.</summary>
internal sealed class QueryCount : DbCommandInterceptor, IStartupFilter
{
    private static readonly AsyncLocal<Counter?> Asking = new();

    /// <summary>The last count of each address.</summary>
    public ConcurrentDictionary<string, int> OfPages { get; } = new();

    public void Register(IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter>(this);
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(this));
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, rest) =>
        {
            var counter = Asking.Value = new Counter();
            await rest(http);
            OfPages[http.Request.Path + http.Request.QueryString] = counter.Count;
        });
        next(app);
    };

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Asking.Value is { } counter)
            Interlocked.Increment(ref counter.Count);
        return ValueTask.FromResult(result);
    }

    private sealed class Counter
    {
        public int Count;
    }
}
