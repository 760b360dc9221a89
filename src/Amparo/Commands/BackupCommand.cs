using System.CommandLine;
using Amparo.Platform.Backup;

namespace Amparo.Commands;

/// <summary><c>amparo backup</c> and <c>amparo restore</c></summary>
internal static class BackupCommand
{
    private static readonly Argument<string> File = new("file") { Description = "The backup file." };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Restores the backup to a temporary place and checks it: the law asks for this every week." };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Puts an existing database aside (it is kept) instead of refusing." };
    private static readonly Option<string> Anchor = new("--anchor") { Description = "The file of anchored heads to check the restored audit against." };

    public static Command MakeBackup()
    {
        var command = new Command("backup", "Writes a backup. The master key is never in it: keep that apart.")
        {
            File, Verify, CommandHost.Database, CommandHost.PackFolder, CommandHost.MasterKeyFile, CommandHost.PreviousMasterKeyFile,
        };
        command.SetAction((parsed, cancel) => WithBackupsAsync(parsed, async (backups, say) =>
        {
            await backups.BackupAsync(parsed.GetValue(File)!, parsed.GetValue(Verify), cancel);
            await say.WriteLineAsync($"{parsed.GetValue(File)}: written{(parsed.GetValue(Verify) ? ", restored elsewhere and checked" : "")}.");
        }));
        return command;
    }

    public static Command MakeRestore()
    {
        var command = new Command("restore", "Restores a backup into the database named with --database, and checks it.")
        {
            File, Overwrite, Anchor, CommandHost.Database, CommandHost.PackFolder, CommandHost.MasterKeyFile, CommandHost.PreviousMasterKeyFile,
        };
        command.SetAction((parsed, cancel) => WithBackupsAsync(parsed, async (backups, say) =>
        {
            var restored = await backups.RestoreAsync(
                parsed.GetValue(File)!, CommandHost.DatabaseOf(parsed), parsed.GetValue(Overwrite), parsed.GetValue(Anchor), cancel);
            foreach (var line in restored.Audit.Lines())
                await say.WriteLineAsync(line);
            await say.WriteLineAsync(restored.Kept is null ? "Restored and checked." : $"Restored and checked. What was there is kept as {restored.Kept}.");
        }));
        return command;
    }

    private static Task<int> WithBackupsAsync(ParseResult parsed, Func<Backups, TextWriter, Task> workAsync) => CommandHost.RunAsync(parsed, async say =>
    {
        await using var app = AmparoHost.Build(CommandHost.Settings(parsed));
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await workAsync(scope.ServiceProvider.GetRequiredService<Backups>(), say);
            return CommandHost.Done;
        }
        catch (BackupException refused)
        {
            throw new CommandRefused(refused.Message);
        }
    });
}
