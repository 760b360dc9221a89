using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amparo.Tests.Support;

namespace Amparo.Tests.Durability;

/// <summary>The built program as a process of its own, which can be killed.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;

    private RunningProgram(Process process) => _process = process;

    /// <summary>Serves a database and returns when it answers. <paramref name="under"/> runs it below another program.</summary>
    public static async Task<RunningProgram> ServeAsync(Place place, params string[] under)
    {
        var process = Start(under, "serve", "--urls", place.Url.ToString(), place);
        var program = new RunningProgram(process);
        using var http = new HttpClient { BaseAddress = place.Url };
        for (var tries = 0; tries < 1_200 && !process.HasExited; tries++)
        {
            try
            {
                if ((await http.GetAsync("/health/live")).IsSuccessStatusCode)
                    return program;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            await Task.Delay(50);
        }
        program.Dispose();
        throw new InvalidOperationException("The program does not answer.");
    }

    /// <summary>Runs <c>audit verify</c>; returns its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> VerifyAuditAsync(Place place)
    {
        using var process = Start([], "audit", "verify", "", place);
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    /// <summary><c>kill -9</c>: nothing of it runs any more, not even a handler.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static Process Start(string[] under, string command, string option, string value, Place place)
    {
        string[] words =
        [
            .. under, "dotnet", typeof(AmparoHost).Assembly.Location, command, option, value,
            "--database", place.Database, "--master-key-file", place.KeyFile, "--pack", Path.Combine(TestApp.Root, "packs", "pe"),
        ];
        words = [.. words.Where(word => word.Length > 0)];
        var start = new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        if (command == "serve")
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        return process;
    }
}

/// <summary>Where a program's data lies and where it listens; the same after each restart.</summary>
internal sealed record Place(string Database, string KeyFile)
{
    public Uri Url { get; } = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
