using System.CommandLine;
using System.Globalization;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Amparo.Platform.Protection.Rotation;

namespace Amparo.Commands;

/// <summary><c>amparo key new</c> and <c>amparo key rotate</c></summary>
internal static class KeyCommand
{
    private const string How =
        """
        Puts everything under a new master key, while the program is served. In this order:
          1. amparo backup before.backup --verify
          2. amparo key new > new.key           on each machine that serves, apart from the database
          3. Restart every node with --master-key-file new.key --previous-master-key-file old.key
          4. amparo key rotate --master-key-file new.key --previous-master-key-file old.key
             Stopped or broken off? Run the same again: it goes on where it was.
          5. When it says "Done": restart every node without --previous-master-key-file.
          6. Seal old.key away: backups made before open with it alone. Destroy it with the last of them.
        Exit code: 0 done, 1 not finished (run the same again), 2 refused, and nothing was changed.
        """;

    public static Command Make() => new("key", "The master key.") { MakeNew(), MakeRotate() };

    private static Command MakeNew()
    {
        var command = new Command("new", "Prints a new master key. Keep it apart from the database and its backups: without it they cannot be read.");
        command.SetAction(async (parsed, cancel) =>
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(MasterKey.Generate());
            return CommandHost.Done;
        });
        return command;
    }

    private static Command MakeRotate()
    {
        var command = new Command("rotate", How)
        {
            CommandHost.Database, CommandHost.PackFolder, CommandHost.MasterKeyFile, CommandHost.PreviousMasterKeyFile,
        };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, say => RotateAsync(parsed, say, cancel)));
        return command;
    }

    private static async Task<int> RotateAsync(ParseResult parsed, TextWriter say, CancellationToken cancel)
    {
        await using var app = AmparoHost.Build(CommandHost.Settings(parsed));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            if ((await scope.ServiceProvider.GetRequiredService<Db>().MissingMigrationsAsync(cancel)).Count > 0)
                throw new CommandRefused("The database is of another version: run amparo migrate first. Nothing was changed.");
        }
        try
        {
            var report = await app.Services.GetRequiredService<KeyRotation>().RotateAsync(step => say.WriteLine(Sentence(step)), cancel);
            foreach (var line in Lines(report))
                await say.WriteLineAsync(line);
            return report.Left == 0 ? CommandHost.Done : CommandHost.Refused;
        }
        catch (KeyRotationException refused)
        {
            throw new CommandRefused(refused.Message);
        }
        catch (OperationCanceledException)
        {
            await say.WriteLineAsync("Stopped. Nothing is lost: run the same command again, and it goes on.");
            return CommandHost.Refused;
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            await say.WriteLineAsync($"The database did not answer as expected ({failure.GetType().Name}). Nothing is lost: run the same command again, and it goes on.");
            return CommandHost.Refused;
        }
    }

    private static string Sentence(RotationStep step) => step.Stage switch
    {
        RotationStage.Rotated => "Every key is under the new master key. The fields follow; people may go on working.",
        RotationStage.GoesOn => "The keys were rotated before. Going on with the fields.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{step.Table}: {step.Rows} rows put under the new keys."),
    };

    private static IEnumerable<string> Lines(RotationReport report)
    {
        if (report.Left > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{report.Left} rows are not under the new keys. Run the same command again.");
            yield return "If the number stays: is a node served without the new master key? Else those rows were damaged before; all others are done.";
            yield break;
        }
        if (report.Retired > 0)
            yield return "The old key for telephone numbers is gone: no row needed it any more.";
        yield return "Done. Restart every node without --previous-master-key-file, and seal the old key away with the backups made before.";
    }
}
