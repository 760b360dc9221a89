using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Data;

/// <summary>The writing connection's prepared inserts of new records, one for each type.</summary>
internal sealed class SqliteInserts(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<InsertPlan, SqliteCommand> _commands = [];

    public void Write(IReadOnlyList<Insert> inserts, SqliteTransaction transaction)
    {
        foreach (var (plan, entry) in inserts)
        {
            if (!_commands.TryGetValue(plan, out var command))
                _commands.Add(plan, command = Prepare(connection, plan.Sql, plan.Width));
            for (var i = 0; i < plan.Width; i++)
                command.Parameters[i].Value = plan.Value(entry, i);
            command.Transaction = transaction;
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException failure)
            {
                throw new DbUpdateException($"A new {entry.Metadata.ClrType.Name} could not be saved.", failure, [entry]);
            }
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }

    /// <summary>A statement with places $1, $2 …</summary>
    public static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter($"${i}", DBNull.Value));
        command.Prepare();
        return command;
    }
}
