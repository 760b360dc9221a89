using System.CommandLine;
using Amparo.Commands;
using Amparo.Demo;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Amparo.Tests.Durability;
using Amparo.Tests.Support;

namespace Amparo.Tests.Protection;

/// <summary>What whoever runs the command reads, and the exit codes a script goes by.</summary>
public class KeyCommandTests
{
    [Fact]
    public async Task Rotating_is_refused_stopped_gone_on_with_and_done()
    {
        var place = await Line.MakeAsync(TestDatabases.TemporaryFile(".db"));
        var (key, stranger) = (await KeyFileAsync(MasterKey.Generate()), await KeyFileAsync(MasterKey.Generate()));

        (await RotateAsync(place, key, stranger)).ShouldSay(2, "Neither master key opens");
        (await RotateAsync(place, place.KeyFile, place.KeyFile)).ShouldSay(2, "are the same");
        (await RotateAsync(place, place.KeyFile, key)).ShouldSay(2, "mixed up");
        (await RotateAsync(place, await KeyFileAsync("short"), place.KeyFile)).ShouldSay(2, "no master key");
        (await ServeAsync(place, stranger)).ShouldSay(2, "opens no key");

        using var stop = new CancellationTokenSource();
        (await RotateAsync(place, key, place.KeyFile, stop)).ShouldSay(1, "run the same command again");
        var done = await RotateAsync(place, key, place.KeyFile);
        done.ShouldSay(0, "Going on with the fields.");
        done.ShouldSay(0, $"Users: {DemoStory.PeopleOf(Pack.Load(Path.Combine(TestApp.Root, "packs", "pe"))).Count} rows");
        done.ShouldSay(0, "Done. Restart every node");
        (await RotateAsync(place, key, place.KeyFile)).ShouldSay(0, "Users: 0 rows");
        (await ServeAsync(place, place.KeyFile)).ShouldSay(2, "opens no key");
        (await RunningProgram.VerifyAuditAsync(place with { KeyFile = key })).ExitCode.ShouldBe(0);
    }

    private static Task<Answer> RotateAsync(Place place, string key, string previous, CancellationTokenSource? stop = null) =>
        RunAsync(new RootCommand { KeyCommand.Make() }, ["key", "rotate", "--previous-master-key-file", previous], place, key, stop);

    private static Task<Answer> ServeAsync(Place place, string key) =>
        RunAsync(new RootCommand { ServeCommand.Make() }, ["serve", "--urls", place.Url.ToString()], place, key, null);

    private static async Task<Answer> RunAsync(RootCommand command, string[] words, Place place, string key, CancellationTokenSource? stop)
    {
        await using var said = new Listening(() => stop?.Cancel());
        words = [.. words, "--database", place.Database, "--master-key-file", key, "--pack", Path.Combine(TestApp.Root, "packs", "pe")];
        var exitCode = await command.Parse(words).InvokeAsync(new InvocationConfiguration { Output = said, Error = said }, stop?.Token ?? default);
        return new Answer(exitCode, said.ToString());
    }

    private static async Task<string> KeyFileAsync(string text)
    {
        var file = TestDatabases.TemporaryFile(".key");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private sealed record Answer(int ExitCode, string Said)
    {
        public void ShouldSay(int exitCode, string words)
        {
            Said.ShouldContain(words);
            ExitCode.ShouldBe(exitCode, Said);
        }
    }

    private sealed class Listening(Action onLine) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            onLine();
        }
    }
}
