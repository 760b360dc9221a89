using System.Data.Common;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Amparo.Tests.Data;

/// <summary>New records are written without EF where nothing else is saved: the rows must be the ones EF would have written.</summary>
public class InsertTests
{
    [Theory, OnEveryDatabase]
    public async Task A_record_written_alone_is_the_row_that_EF_writes(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        var other = await test.WriteAsync("other");
        var alone = await test.InAsync(db => AddAsync(db, change: null));
        var byEf = await test.InAsync(db => AddAsync(db, change: other));

        var rows = await RowsAsync(test.Address, alone, byEf);
        rows.Count.ShouldBe(2);
        rows[0].ShouldBe(rows[1]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_record_written_alone_can_be_changed_by_the_same_context(string database)
    {
        await using var test = await TestDb.StartAsync(database);
        await test.InAsync(async db =>
        {
            var (note, written) = Note.Write("first");
            db.Add(note);
            await db.RecordAsync(written, default);
            await db.RecordAsync(note.Change("second"), default);
        });
        await test.InAsync(async db =>
        {
            var note = await db.Notes.SingleAsync();
            (note.Text, note.Version).ShouldBe(("second", 2));
        });
    }

    // A change in the same unit makes it EF's.
    private static async Task<FollowUpId> AddAsync(Db db, FollowUpId? change)
    {
        var (note, written) = Note.Write("words with 'quotes' and ñ");
        note.Seal(new Sealed([1, 2, 3]), default, new BlindIndex([9]));
        db.Add(note);
        if (change is { } id)
            (await db.Notes.SingleAsync(n => n.Id == id)).Change("changed");
        (Inserts.Of(db.ChangeTracker) is null).ShouldBe(change is not null);
        await db.RecordAsync(written, default);
        return note.Id;
    }

    private static async Task<List<string>> RowsAsync(DatabaseAddress address, params FollowUpId[] ids)
    {
        await using DbConnection connection = address.IsPostgres ? new NpgsqlConnection(address.ConnectionString) : new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM \"Notes\"";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            var id = reader["Id"] is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)reader["Id"];
            if (ids.Any(i => i.Value == id))
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "Id").Select(i => Show(reader.GetValue(i)))));
        }
        return rows;
    }

    private static string Show(object value) => $"{value.GetType().Name}:{(value is byte[] bytes ? Convert.ToHexString(bytes) : value)}";
}
