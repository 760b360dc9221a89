using System.Net;
using Amparo.Accounts.SigningIn;
using Amparo.Demo;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Amparo.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Amparo.Tests.Durability;

/// <summary>A line's database for a program of its own, with an operator who can sign in.</summary>
internal static class Line
{
    public static async Task<Place> MakeAsync(string database)
    {
        var master = MasterKey.Generate();
        var file = TestDatabases.TemporaryFile(".key");
        await File.WriteAllTextAsync(file, master);
        var address = DatabaseAddress.Parse(database);
        var settings = new HostSettings(address, MasterKey.Parse(master), Pack.Load(Path.Combine(TestApp.Root, "packs", "pe")));
        await using (var app = AmparoHost.Build(settings))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Db>().MigrateAsync(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<DemoStory>().LoadAsync(CancellationToken.None);
        }
        await MakeRealAsync(address);
        return new Place(database, file);
    }

    /// <summary>The operator's browser, signed in once: sessions are in the database and outlive the program.</summary>
    public static async Task<Browser> SignInAsync(Place place)
    {
        var browser = new Browser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = place.Url });
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", TestApp.Operator), ("Password", DemoStory.Password));
        await browser.SendAsync(("Code", Totp.Code(Totp.DemoKey(TestApp.Operator), TimeProvider.System.GetUtcNow())));
        browser.Path.ShouldBe("/home");
        await browser.GoAsync("/contacts/open");
        browser.Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    // A program that serves a real line refuses demo accounts; these are the same people without the mark.
    private static async Task MakeRealAsync(DatabaseAddress address)
    {
        await using System.Data.Common.DbConnection connection =
            address.IsPostgres ? new NpgsqlConnection(address.ConnectionString) : new SqliteConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE \"Users\" SET \"Demo\" = FALSE";
        await command.ExecuteNonQueryAsync();
    }
}
