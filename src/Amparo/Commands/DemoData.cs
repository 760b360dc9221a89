using System.Diagnostics;
using System.Globalization;
using Amparo.Demo;
using Amparo.Platform.Data;
using Microsoft.Data.Sqlite;

namespace Amparo.Commands;

/// <summary>Makes the demonstration's database: whole beside its place first, so that a start which is broken off leaves nothing half told.</summary>
internal static class DemoData
{
    private const string Name = "amparo.db";

    public static DatabaseAddress AddressIn(string folder) => DatabaseAddress.Parse(Path.Combine(folder, Name));

    /// <summary>Tells the stories once; what is there stays.</summary>
    public static async Task MakeAsync(HostSettings settings, bool history, TextWriter say, CancellationToken cancel)
    {
        var file = settings.Database.File;
        if (File.Exists(file))
            return;
        await say.WriteLineAsync(history ? "Telling the line's first years and the stories of these days, this once." : "Telling the stories of these days, this once.");
        var started = Stopwatch.GetTimestamp();
        var folder = Path.Combine(settings.Data, "loading");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        var clock = new StoryClock(TimeProvider.System);
        var loading = settings with
        {
            Database = AddressIn(folder),
            // Mail of those years is written here too, and goes with the folder.
            Data = folder,
            Configure = services => services.AddSingleton<TimeProvider>(clock),
        };
        await TellAsync(loading, clock, history, cancel);
        MoveWhole(loading.Database.File, file);
        Directory.Delete(folder, recursive: true);
        await say.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Told in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} seconds."));
    }

    private static async Task TellAsync(HostSettings loading, StoryClock clock, bool history, CancellationToken cancel)
    {
        await using var app = AmparoHost.Build(loading);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Db>().MigrateAsync(cancel);
        await new Demonstration(app.Services, clock).TellAsync(history, cancel);
    }

    // The last connection to close puts its journal into the file; one file is moved at once or not at all.
    private static void MoveWhole(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        if (File.Exists(from + "-wal"))
            throw new InvalidOperationException("The database that was told is still open.");
        File.Move(from, to);
    }
}
