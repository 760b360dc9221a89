using System.Diagnostics;
using System.Globalization;
using Amparo.Platform.Data;
using Npgsql;

namespace Amparo.Platform.Backup;

/// <summary>Runs PostgreSQL's own programs; where they lie can be set, else the newest installed or the path counts.</summary>
internal sealed class PostgresPrograms(BackupSettings settings)
{
    private const string Installed = "/usr/lib/postgresql";

    /// <exception cref="BackupException">The program is not installed or failed.</exception>
    public async Task RunAsync(string program, DatabaseAddress database, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { UseShellExecute = false, RedirectStandardError = true };
        var address = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        // By environment: a password among the arguments could be read by everybody on the machine.
        start.Environment["PGHOST"] = address.Host;
        start.Environment["PGPORT"] = address.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = address.Username;
        start.Environment["PGPASSWORD"] = address.Password;
        start.Environment["PGDATABASE"] = address.Database;
        using var process = Process.Start(start) ?? throw new BackupException($"{program} did not start.");
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
                throw new BackupException($"{program} failed: {errors.Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private string Find(string program)
    {
        var folders = settings.PostgresPrograms is { } set
            ? [set]
            : NewestFirst().Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new BackupException($"{program} is not installed: install PostgreSQL's client programs, or set Backup:PostgresPrograms to their folder.");
    }

    private static IEnumerable<string> NewestFirst() => !Directory.Exists(Installed) ? [] : Directory.GetDirectories(Installed)
        .OrderByDescending(d => double.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
        .Select(d => Path.Combine(d, "bin"));
}
