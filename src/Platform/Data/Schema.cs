using Amparo.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>Brings the database to the program's schema and puts the guards on the audit and its seals.</summary>
public static class Schema
{
    private static readonly (string Table, string Key)[] AppendOnly = [("Audit", "Position"), ("Seals", "Number")];

#pragma warning disable RS0030 // The schema is Platform's.
    public static async Task MigrateAsync(this Db db, CancellationToken cancel)
    {
        await db.Database.MigrateAsync(cancel);
        await db.GuardAsync(cancel);
    }

    /// <summary>Makes what no migration can: the triggers of the append-only tables, and positions that survive a move to another server.</summary>
    internal static async Task GuardAsync(this Db db, CancellationToken cancel)
    {
        foreach (var guard in db is PostgresDb ? PostgresGuards() : SqliteGuards())
            await db.Database.ExecuteSqlRawAsync(guard, cancel);
        await Era.EnsureAsync(db, cancel);
    }

    /// <summary>Migrations the program has and the database lacks.</summary>
    public static async Task<IReadOnlyList<string>> MissingMigrationsAsync(this Db db, CancellationToken cancel) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancel)];
#pragma warning restore RS0030

    // INSERT OR REPLACE would pass by the delete trigger: the insert guard stops it.
    private static IEnumerable<string> SqliteGuards()
    {
        const string abort = "BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END";
        foreach (var (table, key) in AppendOnly)
        {
            yield return $"""CREATE TRIGGER IF NOT EXISTS "{table}_no_update" BEFORE UPDATE ON "{table}" {abort}""";
            yield return $"""CREATE TRIGGER IF NOT EXISTS "{table}_no_delete" BEFORE DELETE ON "{table}" {abort}""";
            yield return
                $"""
                CREATE TRIGGER IF NOT EXISTS "{table}_no_replace" BEFORE INSERT ON "{table}"
                WHEN EXISTS (SELECT 1 FROM "{table}" WHERE "{key}" = NEW."{key}") {abort}
                """;
        }
    }

    private static IEnumerable<string> PostgresGuards()
    {
        yield return
            """
            CREATE OR REPLACE FUNCTION amparo_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'The audit is append-only.'; END $$
            """;
        foreach (var (table, _) in AppendOnly)
        {
            yield return
                $"""
                CREATE OR REPLACE TRIGGER "{table}_no_change" BEFORE UPDATE OR DELETE ON "{table}"
                FOR EACH ROW EXECUTE FUNCTION amparo_append_only()
                """;
            yield return
                $"""
                CREATE OR REPLACE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}"
                FOR EACH STATEMENT EXECUTE FUNCTION amparo_append_only()
                """;
            yield return $"""REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM CURRENT_USER, PUBLIC""";
        }
    }
}
