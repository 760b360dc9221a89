using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>Brings the database to the program's schema and puts the guards on the audit.</summary>
public static class Schema
{
    // INSERT OR REPLACE would pass by the delete trigger: the insert guard stops it.
    private static readonly string[] SqliteGuards =
    [
        """CREATE TRIGGER IF NOT EXISTS "Audit_no_update" BEFORE UPDATE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END""",
        """CREATE TRIGGER IF NOT EXISTS "Audit_no_delete" BEFORE DELETE ON "Audit" BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END""",
        """
        CREATE TRIGGER IF NOT EXISTS "Audit_no_replace" BEFORE INSERT ON "Audit"
        WHEN EXISTS (SELECT 1 FROM "Audit" WHERE "Position" = NEW."Position")
        BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END
        """,
    ];

    private static readonly string[] PostgresGuards =
    [
        """
        CREATE OR REPLACE FUNCTION amparo_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The audit is append-only.'; END $$
        """,
        """
        CREATE OR REPLACE TRIGGER "Audit_no_change" BEFORE UPDATE OR DELETE ON "Audit"
        FOR EACH ROW EXECUTE FUNCTION amparo_append_only()
        """,
        """
        CREATE OR REPLACE TRIGGER "Audit_no_truncate" BEFORE TRUNCATE ON "Audit"
        FOR EACH STATEMENT EXECUTE FUNCTION amparo_append_only()
        """,
        """REVOKE UPDATE, DELETE, TRUNCATE ON "Audit" FROM CURRENT_USER, PUBLIC""",
    ];

#pragma warning disable RS0030 // The schema is Platform's.
    public static async Task MigrateAsync(this Db db, CancellationToken cancel)
    {
        await db.Database.MigrateAsync(cancel);
        foreach (var guard in db is PostgresDb ? PostgresGuards : SqliteGuards)
            await db.Database.ExecuteSqlRawAsync(guard, cancel);
    }

    /// <summary>Migrations the program has and the database lacks.</summary>
    public static async Task<IReadOnlyList<string>> MissingMigrationsAsync(this Db db, CancellationToken cancel) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancel)];
#pragma warning restore RS0030
}
