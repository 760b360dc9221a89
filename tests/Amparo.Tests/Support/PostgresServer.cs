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

    /// <summary>The programs of the newest version that is installed; null when none is.</summary>
    public static string? Programs { get; } = FindPrograms();

    public static bool IsInstalled => Programs is not null;

    public static PostgresServer Start()
    {
        RemoveLeftovers();
        var folder = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
        var server = new PostgresServer(folder, FreePort());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        if (Environment.IsPrivilegedProcess)
            Run("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        RunAsPostgres("initdb", "-D", data, "-U", "amparo", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        var options = $"-p {server._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=400 -c fsync=on";
        RunAsPostgres("pg_ctl", "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", options, "start");
        return server;
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

    private static string? FindPrograms()
    {
        const string root = "/usr/lib/postgresql";
        if (!Directory.Exists(root))
            return null;
        return Directory.GetDirectories(root)
            .OrderByDescending(d => double.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(d => Path.Combine(d, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "pg_ctl")));
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
            RunAsPostgres("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "stop");
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

    // PostgreSQL refuses to run as root.
    private static void RunAsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        if (Environment.IsPrivilegedProcess)
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        else
            Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {errors.GetAwaiter().GetResult()}{output.GetAwaiter().GetResult()}");
    }
}
