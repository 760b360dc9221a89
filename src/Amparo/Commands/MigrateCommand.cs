using System.CommandLine;
using Amparo.Platform.Data;
using Amparo.Providers;

namespace Amparo.Commands;

/// <summary><c>amparo migrate</c></summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Brings the database to this version's schema and loads the pack's agencies and offices.")
        {
            CommandHost.Database, CommandHost.PackFolder, CommandHost.MasterKeyFile, CommandHost.PreviousMasterKeyFile,
        };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async say =>
        {
            await using var app = AmparoHost.Build(CommandHost.Settings(parsed));
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var missing = await db.MissingMigrationsAsync(cancel);
            await db.MigrateAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<ProvidersImport>().ImportAsync(cancel);
            await say.WriteLineAsync(missing.Count == 0 ? "The schema was up to date." : $"Applied: {string.Join(", ", missing)}");
            return CommandHost.Done;
        }));
        return command;
    }
}
