using System.Diagnostics;
using System.Globalization;

namespace Amparo.Tests.Support;

/// <summary>PostgreSQL's own programs.</summary>
internal static class ServerPrograms
{
    /// <summary>Those of the newest version that is installed; null when none is.</summary>
    public static string? Folder { get; } = FindPrograms();

    // PostgreSQL refuses to run as root.
    public static void RunAsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Folder!, program);
        if (Environment.IsPrivilegedProcess)
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]);
        else
            Run(path, arguments);
    }

    public static void Run(string program, params string[] arguments)
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
}
