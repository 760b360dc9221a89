using System.Globalization;
using Amparo.Load;
using Amparo.Tests.Support;

// The ten busiest pages at a fixed rate over a line's long history, beside an empty page in the same run.
// Usage: Load [sqlite|postgres|postgres://…] [contacts = 1000000] [cases = 50000] [requests per second = 100] [seconds = 60]
// Where AMPARO_LOAD_DATA names a folder, the SQLite database, or that of a server given by address, is made once and asked again the next time.
if (args is ["serve", var database, var folder, var url])
{
    await LongLine.ServeAsync(database, folder, url);
    return;
}
var only = args.Length > 0 && args[0].Any(char.IsLetter) ? args[0] : null;
var figures = args.Skip(only is null ? 0 : 1).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
int Figure(int at, int otherwise) => figures.Length > at ? figures[at] : otherwise;

var kept = Environment.GetEnvironmentVariable("AMPARO_LOAD_DATA");
var data = kept is null ? Directory.CreateTempSubdirectory("amparo-load-").FullName : Directory.CreateDirectory(kept).FullName;
try
{
    if (only is null or "sqlite")
        await MeasureAsync("SQLite", Path.Combine(data, "line.db"));
    if (only?.StartsWith("postgres://", StringComparison.Ordinal) is true)
        await MeasureAsync("PostgreSQL", only);
    if (only is null or "postgres" && PostgresServer.IsInstalled)
    {
        using var server = PostgresServer.Start();
        await server.ExecuteAsync("CREATE DATABASE line");
        await MeasureAsync("PostgreSQL", server.Address("line"));
    }
}
finally
{
    if (kept is null)
        Directory.Delete(data, recursive: true);
}

async Task MeasureAsync(string name, string place)
{
    var known = await LongLine.MakeAsync(place, data, Figure(0, 1_000_000), Figure(1, 50_000), Console.Error);
    await using var server = await Serving.StartAsync(place, data);
    var pages = await Pages.OfAsync(server.Address, known);
    // A line's server runs for weeks: what the runtime compiles in the first minute is not what is measured.
    await Rate.RunAsync(pages.Asks, Figure(2, 100), TimeSpan.FromSeconds(60));
    var answers = await Rate.RunAsync(pages.Asks, Figure(2, 100), TimeSpan.FromSeconds(Figure(3, 60)));
    Report.Write(Console.Out, name, answers, Pages.Empty);
}
