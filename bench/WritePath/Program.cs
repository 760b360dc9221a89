using Amparo.WritePath;

// Contacts recorded per second, against the same rows written in bare SQL. Usage: WritePath [seconds per run] [runs] [database]
var seconds = args.Length > 0 ? double.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 2;
var runs = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5;
var only = args.Length > 2 ? args[2] : null;
const int Slices = 5;
const double WarmUp = 5;
// Writers of the baseline block a thread each.
ThreadPool.SetMinThreads(24, 24);
var report = new Report(Console.Out);
report.Head();
if (only is null or "sqlite")
    await CompareAsync("SQLite", () => Places.File());
if ((only is null or "postgres") && Amparo.Tests.Support.PostgresServer.IsInstalled)
{
    using var server = Amparo.Tests.Support.PostgresServer.Start();
    await CompareAsync("PostgreSQL", () => Places.In(server));
}
Places.Remove();

async Task CompareAsync(string database, Func<Task<string>> place)
{
    await using var ours = await Recording.OpenAsync(await place());
    await using var bare = await BareSql.OpenAsync(await place());
    // A program that serves a line has run for days: nothing is measured before its code is compiled in earnest.
    await Load.RunAsync(ours, 16, WarmUp);
    await Load.RunAsync(bare, 16, WarmUp);
    foreach (var writers in (int[])[1, 16])
    {
        List<(Figures Ours, Figures Bare)> pairs = [];
        for (var run = 0; run < runs; run++)
            pairs.Add(await RunAsync(ours, bare, writers));
        report.Row(database, writers, pairs);
    }
}

// One run of each in slices that take turns, so that what else the machine does meets both alike.
async Task<(Figures Ours, Figures Bare)> RunAsync(Recording ours, BareSql bare, int writers)
{
    List<Figures> recorded = [];
    List<Figures> written = [];
    for (var slice = 0; slice < Slices; slice++)
    {
        written.Add(await Load.RunAsync(bare, writers, seconds / Slices));
        recorded.Add(await Load.RunAsync(ours, writers, seconds / Slices));
    }
    return (Figures.Of(recorded), Figures.Of(written));
}
