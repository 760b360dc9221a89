using System.CommandLine;
using Amparo.Commands.Stats;

namespace Amparo.Tests.Host;

/// <summary><c>amparo stats</c> as somebody calls it, with what it says and what it complains of.</summary>
internal static class StatsProgram
{
    public static Task<(int Code, string Said, string Complained)> RunAsync(params string[] words) => RunAsync(words, CancellationToken.None);

    public static async Task<(int Code, string Said, string Complained)> RunAsync(string[] words, CancellationToken cancel)
    {
        var (said, complained) = (new StringWriter(), new StringWriter());
        var code = await new RootCommand { StatsCommand.Make() }.Parse(["stats", .. words])
            .InvokeAsync(new InvocationConfiguration { Output = said, Error = complained }, cancel);
        return (code, said.ToString(), complained.ToString());
    }
}
