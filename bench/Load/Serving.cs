using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Amparo.Load;

/// <summary>The program in a process of its own, on a free port of this machine.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private readonly Process _process;

    private Serving(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<Serving> StartAsync(string database, string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(Serving).Assembly.Location, "serve", database, folder, address.ToString()]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync("/");
                return new Serving(process, address);
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
