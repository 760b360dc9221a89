using System.Data.Common;
using Npgsql;

namespace Amparo.WritePath;

/// <summary>A row to write again and again with a new id: its table, columns, types and values.</summary>
internal sealed class Row(string table, List<(string Name, string Type, object Value)> columns)
{
    public static async Task<Row> ReadAsync(DbConnection connection, string table, Func<string, bool> wanted)
    {
        await using var read = connection.CreateCommand();
        read.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await read.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
            throw new InvalidOperationException($"There is no row in {table}.");
        List<(string, string, object)> columns = [];
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (wanted(reader.GetName(i)))
                columns.Add((reader.GetName(i), reader.GetDataTypeName(i), reader.GetValue(i)));
        }
        return new Row(table, columns);
    }

    public DbCommand Prepare(DbConnection connection)
    {
        var insert = connection.CreateCommand();
        var names = string.Join(',', columns.Select(c => $"\"{c.Name}\""));
        var places = string.Join(',', columns.Select((_, i) => $"${i + 1}"));
        insert.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({places})";
        foreach (var (column, i) in columns.Select((c, i) => (c, i)))
        {
            var parameter = insert.CreateParameter();
            if (parameter is NpgsqlParameter npgsql)
                npgsql.DataTypeName = column.Type;
            else
                parameter.ParameterName = $"${i + 1}";
            parameter.SourceColumn = column.Name;
            parameter.Value = column.Value;
            insert.Parameters.Add(parameter);
        }
        insert.Prepare();
        return insert;
    }

    /// <summary>Gives the row the next id; the outbox's is the database's own.</summary>
    public static void Renew(DbCommand insert)
    {
        foreach (DbParameter parameter in insert.Parameters)
        {
            if (parameter.SourceColumn == "Id")
                parameter.Value = parameter is NpgsqlParameter ? Guid.CreateVersion7() : Guid.CreateVersion7().ToByteArray(bigEndian: true);
        }
    }
}
