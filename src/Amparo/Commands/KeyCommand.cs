using System.CommandLine;
using Amparo.Platform.Protection;

namespace Amparo.Commands;

/// <summary><c>amparo key new</c></summary>
internal static class KeyCommand
{
    public static Command Make()
    {
        var make = new Command("new", "Prints a new master key. Keep it apart from the database and its backups: without it they cannot be read.");
        make.SetAction(async (parsed, cancel) =>
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(MasterKey.Generate());
            return CommandHost.Done;
        });
        return new Command("key", "The master key.") { make };
    }
}
