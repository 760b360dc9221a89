using System.CommandLine;
using Amparo.Platform.Audit;

namespace Amparo.Commands;

/// <summary><c>amparo audit verify</c></summary>
internal static class AuditCommand
{
    private static readonly Option<string> Anchor = new("--anchor") { Description = "The file of anchored heads that somebody else keeps." };

    public static Command Make()
    {
        var verify = new Command("verify", "Checks that nothing in the audit was changed, added or taken away. Exit code 1 when it was.")
        {
            Anchor, CommandHost.Database, CommandHost.PackFolder, CommandHost.MasterKeyFile, CommandHost.PreviousMasterKeyFile,
        };
        verify.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async say =>
        {
            if (parsed.GetValue(Anchor) is { } file && !File.Exists(file))
                throw new CommandRefused($"There is no anchor file {file}.");
            await using var app = AmparoHost.Build(CommandHost.Settings(parsed));
            await using var scope = app.Services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(parsed.GetValue(Anchor), cancel);
            foreach (var line in report.Lines())
                await say.WriteLineAsync(line);
            return report.IsSound ? CommandHost.Done : CommandHost.Refused;
        }));
        return new Command("audit", "The record of who did and read what.") { verify };
    }
}
