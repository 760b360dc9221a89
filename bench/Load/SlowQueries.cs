using System.Data.Common;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Load;

/// <summary>Names the queries that took long, for whoever looks for the reason of a figure: on where AMPARO_LOAD_SQL says from how many milliseconds on.</summary>
internal sealed class SlowQueries(double from, TextWriter say) : DbCommandInterceptor
{
    public static void Register(IServiceCollection services)
    {
        if (!double.TryParse(Environment.GetEnvironmentVariable("AMPARO_LOAD_SQL"), out var from))
            return;
        var slow = new SlowQueries(from, Console.Error);
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(slow));
        services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(slow));
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (eventData.Duration.TotalMilliseconds >= from)
            await say.WriteLineAsync($"{eventData.Duration.TotalMilliseconds:N0} ms: {command.CommandText.ReplaceLineEndings(" ")}");
        return result;
    }
}
