using Amparo.Tests.Support;

namespace Amparo.WritePath;

/// <summary>Fresh databases for a run, in a temporary folder that is removed at its end.</summary>
internal static class Places
{
    private static readonly Lazy<string> Folder = new(() => Directory.CreateTempSubdirectory("amparo-bench-").FullName);
    private static int _count;

    public static Task<string> File() => Task.FromResult(Path.Combine(Folder.Value, $"bench_{++_count}.db"));

    public static async Task<string> In(PostgresServer server)
    {
        var name = $"bench_{++_count}";
        await server.ExecuteAsync($"CREATE DATABASE {name}");
        return server.Address(name);
    }

    public static void Remove()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Folder.IsValueCreated)
            Directory.Delete(Folder.Value, recursive: true);
    }
}
