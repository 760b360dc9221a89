using System.Diagnostics;
using System.Globalization;
using Amparo.Tests.Durability;
using Amparo.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Amparo.Tests.Demo;

/// <summary><c>amparo demo</c> as a process of its own: a first start that is broken off leaves nothing half told.</summary>
public class DemoCommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Killed_while_it_tells_it_begins_anew_and_tells_once()
    {
        var data = Directory.CreateDirectory(TestDatabases.TemporaryFile("")).FullName;
        var (file, loading) = (Path.Combine(data, "amparo.db"), Path.Combine(data, "loading", "amparo.db"));
        using (var first = Demo.Start(data))
        {
            await UntilAsync(() => File.Exists(loading) && Count(loading, "Contacts") > 200);
            await first.KillAsync();
        }
        File.Exists(file).ShouldBeFalse("what is not whole is nowhere");

        for (var start = 0; start < 2; start++)
        {
            using var again = Demo.Start(data, start == 0 ? ["--without-history"] : []);
            await again.AnswersAsync();
            await again.KillAsync();
            Count(file, "Contacts").ShouldBe(3, "the second start adds nothing");
            Directory.Exists(Path.GetDirectoryName(loading)).ShouldBeFalse();
        }
    }

    private static long Count(string file, string table)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT (SELECT count(*) FROM sqlite_master WHERE name = '{table}')""";
        if ((long)command.ExecuteScalar()! == 0)
            return 0;
        command.CommandText = $"""SELECT count(*) FROM "{table}" """;
        return (long)command.ExecuteScalar()!;
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        var started = Stopwatch.GetTimestamp();
        while (!done())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
            await Task.Delay(50);
        }
    }

    private sealed class Demo(Process process, Uri url) : IDisposable
    {
        public static Demo Start(string data, params string[] more)
        {
            var url = new Place(data, "").Url;
            var start = new ProcessStartInfo("dotnet",
            [
                typeof(AmparoHost).Assembly.Location, "demo", "--port", url.Port.ToString(CultureInfo.InvariantCulture),
                "--data", data, "--pack", Path.Combine(TestApp.Root, "packs", "pe"), .. more,
            ])
            { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return new Demo(process, url);
        }

        public async Task AnswersAsync()
        {
            using var http = new HttpClient { BaseAddress = url };
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(started) < Patience && !process.HasExited)
            {
                try
                {
                    if ((await http.GetAsync("/health/live")).IsSuccessStatusCode)
                        return;
                }
                catch (HttpRequestException)
                {
                    // Not yet.
                }
                await Task.Delay(50);
            }
            throw new InvalidOperationException("The demonstration does not answer.");
        }

        public async Task KillAsync()
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        public void Dispose()
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }
}
