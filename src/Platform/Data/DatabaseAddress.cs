using Npgsql;

namespace Amparo.Platform.Data;

/// <summary>Where the data lies: a file for SQLite, or <c>postgres://user:password@host:port/name</c>.</summary>
public sealed record DatabaseAddress(bool IsPostgres, string ConnectionString)
{
    /// <exception cref="FormatException">The address is neither a file nor a PostgreSQL address.</exception>
    public static DatabaseAddress Parse(string address)
    {
        if (!address.StartsWith("postgres://", StringComparison.Ordinal) && !address.StartsWith("postgresql://", StringComparison.Ordinal))
            return Sqlite(address);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.AbsolutePath.Length < 2)
            throw new FormatException("The database address should look like postgres://user:password@host:5432/name.");
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = uri.AbsolutePath[1..],
            MaxAutoPrepare = 50,
            // No connection is left with a setting, lock or cursor of its own: clearing them would be work at each unit.
            NoResetOnClose = true,
            IncludeErrorDetail = false,
        };
        return new DatabaseAddress(true, builder.ConnectionString);
    }

    /// <summary>The file of a SQLite database.</summary>
    public string File => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(ConnectionString).DataSource;

    private static DatabaseAddress Sqlite(string file) => file.Contains("://", StringComparison.Ordinal)
        ? throw new FormatException("The database is a file or an address that begins with postgres://.")
        : new DatabaseAddress(false, new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file) }.ConnectionString);
}
