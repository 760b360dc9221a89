using System.CommandLine;
using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Protection.Rotation;

namespace Amparo.Commands;

/// <summary><c>amparo serve</c></summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "The addresses to listen on.",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };

    public static Command Make()
    {
        var command = new Command("serve", "Serves the pages and works through the outbox.")
        {
            CommandHost.Database, CommandHost.PackFolder, CommandHost.MasterKeyFile, CommandHost.PreviousMasterKeyFile, Urls,
        };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async _ =>
        {
            var model = ModelAhead.MakeAsync(new ServiceCollection().AddManifests(), CommandHost.DatabaseOf(parsed));
            await using var app = AmparoHost.Build(CommandHost.Settings(parsed) with { Urls = parsed.GetValue(Urls) });
            await model;
            await RefuseUnfitAsync(app.Services, cancel);
            await app.RunAsync(cancel);
            return CommandHost.Done;
        }));
        return command;
    }

    private static async Task RefuseUnfitAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var missing = await scope.ServiceProvider.GetRequiredService<Db>().MissingMigrationsAsync(cancel);
        if (missing.Count > 0)
            throw new CommandRefused($"The database lacks {missing.Count} changes of this version. Make a backup, then run: amparo migrate");
        // With a wrong one every page would answer, and nobody could read or write a word.
        if (!await scope.ServiceProvider.GetRequiredService<KeyRotation>().OpensAsync(cancel))
            throw new CommandRefused("The master key opens no key of this database. Is it the right one? After a rotation it is the new one.");
        if (await scope.ServiceProvider.GetRequiredService<UserAccounts>().HasDemoAsync(cancel))
            throw new CommandRefused("This database has demo accounts, whose secrets anybody can work out. Serve it with: amparo demo, or use another database.");
    }
}
