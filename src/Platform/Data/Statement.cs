using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Amparo.Platform.Data;

/// <summary>SQL with places $1, $2 … and their values as the database holds them.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<object> Values)
{
#pragma warning disable CA2100 // Names come from EF's model, values go into places.
    public DbCommand On(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Sql;
        for (var i = 0; i < Values.Count; i++)
            command.Parameters.Add(connection is NpgsqlConnection ? new NpgsqlParameter { Value = Values[i] } : new SqliteParameter($"${i + 1}", Values[i]));
        return command;
    }
#pragma warning restore CA2100
}
