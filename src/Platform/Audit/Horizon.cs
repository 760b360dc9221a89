using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Audit;

/// <summary>The position below which no further row can appear.</summary>
/// <remarks>SQLite has one writer: everything committed lies below everything still to come. PostgreSQL gives a row the number of its
/// transaction, and rows below the oldest transaction still running are final; one that hangs holds sealing up (in any database of the
/// cluster), so the server should set <c>idle_in_transaction_session_timeout</c>.</remarks>
internal static class Horizon
{
    private const string Postgres = """SELECT (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint + amparo_era() AS "Value" """;

    public static async Task<long> OfAsync(Db db, CancellationToken cancel)
    {
#pragma warning disable RS0030 // Only PostgreSQL itself knows which transactions still run.
        if (db is PostgresDb)
            return await db.Database.SqlQueryRaw<long>(Postgres).SingleAsync(cancel);
#pragma warning restore RS0030
        return await db.Audit.MaxAsync(e => (long?)e.Position, cancel) + 1 ?? 0;
    }
}
