using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Audit;

/// <summary>PostgreSQL only: what is added to a transaction's number to make a row's position.</summary>
/// <remarks>Transaction numbers belong to a cluster. A dump restored into a new one starts again near 700, below what is sealed, and its
/// rows would never be sealed. The function <c>amparo_era()</c>, made here and carried along in every dump, returns the offset (0 at
/// first); each start of the program and each restore raises it when the next position would lie below the last seal or row. It is never
/// lowered, and a position still is a plain sum, so the order of commits and the horizon hold within each era.</remarks>
internal static class Era
{
    private const string Create =
        """
        DO $$ BEGIN
          PERFORM pg_advisory_xact_lock(4713201);
          IF to_regprocedure('amparo_era()') IS NULL THEN
            CREATE FUNCTION amparo_era() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 0::bigint';
          END IF;
          IF NOT EXISTS (SELECT FROM pg_attrdef WHERE adrelid = '"Audit"'::regclass AND pg_get_expr(adbin, adrelid) LIKE '%amparo_era%') THEN
            ALTER TABLE "Audit" ALTER COLUMN "Position" SET DEFAULT (pg_current_xact_id()::text)::bigint + amparo_era();
          END IF;
        END $$
        """;

    // The change of the default takes the table's lock: no insert is under way, and one that waited reads the new function.
    private const string Raise =
        """
        DO $$
        DECLARE reached bigint; oldest bigint;
        BEGIN
          PERFORM pg_advisory_xact_lock(4713201);
          SELECT greatest((SELECT max("To") FROM "Seals"), (SELECT max("Position") + 1 FROM "Audit"), 0) INTO reached;
          oldest := (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint;
          IF (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint + amparo_era() >= reached THEN RETURN; END IF;
          ALTER TABLE "Audit" ALTER COLUMN "Position" SET DEFAULT (pg_current_xact_id()::text)::bigint + amparo_era();
          EXECUTE format('CREATE OR REPLACE FUNCTION amparo_era() RETURNS bigint LANGUAGE sql STABLE AS ''SELECT %s::bigint''', reached - oldest);
        END $$
        """;

#pragma warning disable RS0030 // A function and a default are the database's own matter.
    public static async Task EnsureAsync(Db db, CancellationToken cancel)
    {
        if (db is not PostgresDb)
            return;
        await db.Database.ExecuteSqlRawAsync(Create, cancel);
        await db.Database.ExecuteSqlRawAsync(Raise, cancel);
    }
#pragma warning restore RS0030
}
