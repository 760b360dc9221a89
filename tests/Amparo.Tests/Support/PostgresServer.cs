using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Amparo.Tests.Support;

/// <summary>A PostgreSQL server of the tests' own: a temporary folder, a free port on 127.0.0.1, gone at the end of the run.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Prefix = "amparo-postgres-";

    private readonly string _folder;
    private readonly int _port;
    private int _stopped;

    private PostgresServer(string folder, int port) => (_folder, _port) = (folder, port);

    public static bool IsInstalled => ServerPrograms.Folder is not null;

    private string Data => Path.Combine(_folder, "data");

    public static PostgresServer Start()
    {
        RemoveLeftovers();
        var folder = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
        var server = new PostgresServer(folder, FreePort());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        if (Environment.IsPrivilegedProcess)
            ServerPrograms.Run("chown", "postgres", folder);
        ServerPrograms.RunAsPostgres("initdb", "-D", server.Data, "-U", "amparo", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        server.Run();
        return server;
    }

    /// <summary>Kills the server as a power cut would, and starts it again, which recovers what was committed.</summary>
    public async Task KillAndRestartAsync()
    {
        var id = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        using (var postmaster = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture)))
            postmaster.Kill();
        for (var tries = 0; ; tries++)
        {
            try
            {
                Run();
                return;
            }
            catch (InvalidOperationException) when (tries < 50)
            {
                // The dead one's children are still leaving.
                await Task.Delay(100);
            }
        }
    }

    public string Address(string database) => $"postgres://amparo@127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/{database}";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Username=amparo;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
            Remove(_folder);
    }

    private void Run()
    {
        var options = $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=400 -c fsync=on";
        ServerPrograms.RunAsPostgres("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", options, "start");
    }

    // A run that was killed could not stop its server: the next one does, by the folder's name.
    private static void RemoveLeftovers()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, CultureInfo.InvariantCulture, out var id) && !Directory.Exists($"/proc/{id}") && Directory.Exists("/proc/self"))
                Remove(folder);
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            ServerPrograms.RunAsPostgres("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop");
        }
        catch (InvalidOperationException)
        {
            // It was not running.
        }
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // The next run tries again.
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's.
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
