using System.CommandLine;
using Amparo.Platform.Packs;

namespace Amparo.Commands;

/// <summary><c>amparo pack check</c></summary>
internal static class PackCommand
{
    public static Command Make()
    {
        var check = new Command("check", "Checks a country pack and says file, line and what to do. Exit code 1 when something is wrong.") { CommandHost.PackFolder };
        check.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, say => CheckAsync(CommandHost.PackFolderOf(parsed), say)));
        return new Command("pack", "The country as data.") { check };
    }

    private static async Task<int> CheckAsync(string folder, TextWriter say)
    {
        // The manifests know which sections and events there are; nothing is opened.
        var (sections, events) = ModuleSections.All();
        var problems = PackCheck.Run(folder, sections, events);
        foreach (var problem in problems)
            await say.WriteLineAsync(problem.ToString());
        await say.WriteLineAsync(problems.Count == 0 ? $"{folder}: no problems." : $"{folder}: {problems.Count} problems.");
        return problems.Count == 0 ? CommandHost.Done : CommandHost.Refused;
    }
}
