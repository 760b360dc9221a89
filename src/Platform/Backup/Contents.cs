using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Backup;

/// <summary>What a database holds, counted: a restored one must hold the same.</summary>
internal sealed record Contents(string Schema, IReadOnlyDictionary<string, long> Rows, BackupHead? Head)
{
    public static async Task<Contents> OfAsync(Db db, CancellationToken cancel)
    {
        SortedDictionary<string, long> rows = new(StringComparer.Ordinal);
#pragma warning disable RS0030, EF1002 // Tables are counted by their names in the model.
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct())
            rows[table] = await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM \"{table}\"").SingleAsync(cancel);
#pragma warning restore RS0030, EF1002
        var seal = await db.Set<Seal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        var head = seal is null ? null : new BackupHead(seal.Number, seal.To, seal.Total, Convert.ToHexStringLower(seal.Head().Hash()));
#pragma warning disable RS0030 // Last, as without migrations this ends a transaction of PostgreSQL.
        var migrations = await db.Database.GetAppliedMigrationsAsync(cancel);
#pragma warning restore RS0030
        return new Contents(migrations.LastOrDefault() ?? "", rows, head);
    }

    /// <exception cref="BackupException">The counts or the newest seal are not those of the manifest.</exception>
    public void MustBe(BackupManifest manifest)
    {
        foreach (var (table, rows) in manifest.Rows)
        {
            var found = Rows.GetValueOrDefault(table, -1);
            if (found != rows)
                throw new BackupException($"The restored table {table} has {found} rows, the manifest says {rows}.");
        }
        if (Head != manifest.Head)
            throw new BackupException("The restored audit ends in another seal than the manifest says.");
    }
}
