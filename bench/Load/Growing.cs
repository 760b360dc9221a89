#pragma warning disable RS0030 // A bench that grows a database writes its rows itself.
using System.Data.Common;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Amparo.Load;

/// <summary>Makes a small line's history large: copies every contact and case, with all that belongs to it, until there are as many as asked for.</summary>
internal sealed class Growing(Db db, TextWriter say)
{
    private const int FamiliesAtOnce = 2_000;

    private static readonly TimeSpan Years = TimeSpan.FromDays(365.25 * 17);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private static readonly string[] Modules = ["Amparo.Contacts", "Amparo.Cases", "Amparo.Referrals"];
    private static readonly string[] OfPlatform = ["Audit", "Clocks"];

    public async Task ToAsync(int contacts, int cases)
    {
        var rows = await ReadAsync();
        var families = Family.Of(rows);
        var (followed, others) = (families.Where(f => f.HasCase).ToList(), families.Where(f => !f.HasCase && f.Contacts > 0).ToList());
        var caseCopies = (cases / followed.Count) - 1;
        var contactCopies = ((contacts - (followed.Sum(f => f.Contacts) * (caseCopies + 1))) / others.Count) - 1;
        await say.WriteLineAsync($"{rows.Count:N0} rows in {families.Count:N0} families; cases {caseCopies} times more, other contacts {contactCopies} times more.");
        var copies = Copies(followed, caseCopies).Concat(Copies(others, contactCopies)).OrderBy(copy => copy.Later);
        foreach (var some in copies.Chunk(FamiliesAtOnce))
            await WriteAsync([.. some.SelectMany(copy => copy.Family.Copy(copy.Later))]);
    }

    /// <summary>As a database is that grew over years: cleaned and counted, not in the midst of it.</summary>
    public async Task SettleAsync()
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync(db is PostgresDb ? "VACUUM ANALYZE" : "ANALYZE");
    }

    // From the years of the history until today, evenly. What is told of these days, some of it still open, fills the last month: a busy one.
    private static IEnumerable<(Family Family, TimeSpan Later)> Copies(List<Family> families, int copies)
    {
        var recent = DateTimeOffset.UtcNow - Years;
        return
            from copy in Enumerable.Range(1, Math.Max(copies, 0))
            from family in families
            select (family, (family.Began < recent ? Years : -Month) / copies * copy);
    }

    private async Task<List<Row>> ReadAsync()
    {
        var connection = await OpenAsync();
        List<Row> rows = [];
        foreach (var table in Tables())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT {table.ColumnList} FROM \"{table.Name}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = new object?[table.Columns.Count];
                for (var i = 0; i < values.Length; i++)
                    values[i] = await reader.IsDBNullAsync(i) ? null : reader.GetValue(i);
                rows.Add(new Row(table, values));
            }
        }
        return [.. rows.Where(row => row.Table.Name != "Audit" || row.Table.IdsOf(row.Values).Any())];
    }

    private List<GrownTable> Tables() =>
    [
        .. from table in db.Model.GetRelationalModel().Tables
           let type = table.EntityTypeMappings.First().TypeBase.ClrType
           where Modules.Any(module => type.Namespace!.StartsWith(module, StringComparison.Ordinal)) || OfPlatform.Contains(table.Name)
           select new GrownTable(table),
    ];

    private async Task WriteAsync(List<Row> rows)
    {
        var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in rows.GroupBy(row => row.Table).OrderBy(table => table.Key.Depth))
        {
            if (connection is NpgsqlConnection postgres)
                await CopyAsync(postgres, table.Key, table);
            else
                await InsertAsync(connection, table.Key, table);
        }
        await transaction.CommitAsync();
    }

    private static async Task CopyAsync(NpgsqlConnection connection, GrownTable table, IEnumerable<Row> rows)
    {
        await using var import = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
            await import.WriteRowAsync(default, row.Values);
        await import.CompleteAsync();
    }

    private static async Task InsertAsync(DbConnection connection, GrownTable table, IEnumerable<Row> rows)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Values.Length; i++)
                command.Parameters[i].Value = row.Values[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        await db.Database.OpenConnectionAsync();
        return db.Database.GetDbConnection();
    }
}
