using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Durability;

/// <summary>What is answered was synced to disk before: seen from outside, by the system's own calls.</summary>
public class SyncTests
{
    private const string Strace = "/usr/bin/strace";

    [Fact]
    public async Task Each_contact_on_SQLite_is_synced_before_it_is_answered()
    {
        Assert.SkipUnless(File.Exists(Strace), "strace is not installed.");
        var place = await Line.MakeAsync(TestDatabases.TemporaryFile(".db"));
        var trace = TestDatabases.TemporaryFile(".trace");
        using var program = await RunningProgram.ServeAsync(place, Strace, "-f", "--seccomp-bpf", "-y", "-e", "trace=fsync,fdatasync", "-o", trace);
        var posting = new Posting(place.Url, (await Line.SignInAsync(place)).CookieHeader);
        for (var i = 0; i < 20; i++)
        {
            var form = await posting.FormAsync();
            var before = await SyncsAsync(trace);
            await posting.PostAsync(form);
            (await SyncsAsync(trace)).ShouldBeGreaterThan(before);
        }

        // Many at once share syncs, and there is no answer without one.
        var forms = new List<Form>();
        for (var i = 0; i < 16; i++)
            forms.Add(await posting.FormAsync());
        var sofar = await SyncsAsync(trace);
        await Task.WhenAll(forms.Select(posting.PostAsync));
        (await SyncsAsync(trace) - sofar).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task PostgreSQL_syncs_each_commit_of_our_connections()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        await using var test = await TestDb.StartAsync(TestDatabases.Postgres);
        foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
        {
#pragma warning disable RS0030 // Only the server knows its settings.
            var value = await test.InAsync(db => db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync());
#pragma warning restore RS0030
            value.ShouldBe("on", setting);
        }
    }

    private static async Task<int> SyncsAsync(string trace)
    {
        await using var file = new FileStream(trace, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        // A call that was interrupted in the trace stands there twice, once without its file.
        return (await reader.ReadToEndAsync()).Split('\n').Count(line => line.Contains("-wal>", StringComparison.Ordinal));
    }
}
