using Amparo.Platform.Data;
using Amparo.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Amparo.Tests.Durability;

/// <summary>The program is killed again and again while contacts come in: what it confirmed is there, once.</summary>
public class KillTests
{
    private const int Connections = 6;
    private const int FewestPosts = 4;

    [Fact]
    public async Task Killed_twenty_times_over_SQLite_nothing_confirmed_is_lost_or_doubled() =>
        await KillAsync(TestDatabases.TemporaryFile(".db"), 20, _ => Task.CompletedTask);

    [Fact]
    public async Task Killed_with_its_PostgreSQL_server_nothing_confirmed_is_lost_or_doubled()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, "PostgreSQL is not installed.");
        // A server of its own: the other tests' must live.
        using var server = PostgresServer.Start();
        await server.ExecuteAsync("CREATE DATABASE line");
        await KillAsync(server.Address("line"), 10, kill => kill % 3 == 2 ? server.KillAndRestartAsync() : Task.CompletedTask);
    }

    private static async Task KillAsync(string database, int kills, Func<int, Task> killServerAsync)
    {
        var place = await Line.MakeAsync(database);
        Posting? posting = null;
        for (var kill = 0; kill < kills; kill++)
        {
            using var program = await RunningProgram.ServeAsync(place);
            posting ??= new Posting(place.Url, (await Line.SignInAsync(place)).CookieHeader);
            // What got no answer is sent again, as a person would.
            foreach (var form in posting.Unanswered.Values)
                await posting.PostAsync(form);
            var enough = posting.Answered.Count + Random.Shared.Next(FewestPosts, 20);
            var posts = posting.UntilGoneAsync(Connections);
            // A start is slow; any moment after the first answers is as good as another.
            while (posting.Answered.Count < enough && !posts.IsCompleted)
                await Task.Delay(5);
            await Task.Delay(Random.Shared.Next(40));
            await killServerAsync(kill);
            await program.KillAsync();
            await posts;
        }
        posting!.Answered.Count.ShouldBeGreaterThanOrEqualTo(kills * FewestPosts);
        await CheckAsync(place, posting);
        var (exitCode, said) = await RunningProgram.VerifyAuditAsync(place);
        exitCode.ShouldBe(0, said);
    }

    private static async Task CheckAsync(Place place, Posting posting)
    {
        using var program = await RunningProgram.ServeAsync(place);
        foreach (var form in posting.Unanswered.Values.Concat(posting.Answered.Values.Select(a => a.Form).Take(100)).ToList())
            await posting.PostAsync(form);
        posting.Unanswered.ShouldBeEmpty();
        posting.Drafts.ShouldNotBeEmpty();
        foreach (var (contact, words) in posting.Drafts.Take(200))
            (await posting.ReadAsync(contact)).ShouldContain(words);
        // As many contacts, audit entries and keys as forms; and each form has a contact of its own.
        var forms = posting.Answered.Count;
        posting.Answered.Values.Select(a => a.Contact).Distinct(StringComparer.Ordinal).Count().ShouldBe(forms);
        (await CountAsync(place, "\"Contacts\"")).ShouldBe(forms);
        (await CountAsync(place, "\"Audit\" WHERE \"Event\" = 'contact.opened'")).ShouldBe(forms);
        (await CountAsync(place, "\"Posted\" WHERE \"Kind\" = 'contact'")).ShouldBe(forms);
        (await IdsAsync(place)).SetEquals(posting.Answered.Values.Select(a => a.Contact["/contacts/".Length..])).ShouldBeTrue();
    }

    private static async Task<long> CountAsync(Place place, string rows) => (await ReadAsync(place, $"SELECT COUNT(*) FROM {rows}")).Select(v => (long)v).Single();

    private static async Task<HashSet<string>> IdsAsync(Place place) =>
        [.. (await ReadAsync(place, "SELECT \"Id\" FROM \"Contacts\"")).Select(v => (v is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)v).ToString("N"))];

    private static async Task<List<object>> ReadAsync(Place place, string sql)
    {
        var address = DatabaseAddress.Parse(place.Database);
        // A pool would hold connections to a server that was killed.
        var text = $"{address.ConnectionString};Pooling=false";
        await using System.Data.Common.DbConnection connection =
            address.IsPostgres ? new NpgsqlConnection(text) : new SqliteConnection(text);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<object> values = [];
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0));
        return values;
    }
}
