using System.CommandLine;
using System.Globalization;
using Amparo.Demo;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;

namespace Amparo.Commands;

/// <summary><c>amparo demo</c></summary>
internal static class DemoCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "The port on this machine.", DefaultValueFactory = _ => 5080 };

    private static readonly Option<string> Data = new("--data") { Description = "The folder for the demo's data.", DefaultValueFactory = _ => "data" };

    private static readonly Option<bool> WithoutHistory = new("--without-history")
    {
        Description = "Begins with the stories of these days alone: a quicker first start.",
    };

    public static Command Make()
    {
        var command = new Command("demo", "Serves a demonstration with made-up people on this machine.") { Port, Data, WithoutHistory, CommandHost.PackFolder };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, say => RunAsync(parsed, say, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, TextWriter say, CancellationToken cancel)
    {
        var data = Directory.CreateDirectory(parsed.GetValue(Data)!).FullName;
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{parsed.GetValue(Port)}");
        var pack = CommandHost.PackOf(parsed);
        var settings = new HostSettings(DemoData.AddressIn(data), DemoKey(data), pack)
        {
            Data = data,
            Demo = true,
            Urls = url,
        };
        await DemoData.MakeAsync(settings, !parsed.GetValue(WithoutHistory), say, cancel);
        await using var app = AmparoHost.Build(settings);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Db>().MigrateAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<DemoStory>().LoadAsync(cancel);
        }
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException)
        {
            throw new CommandRefused($"{url} is in use. Try another port: ./amparo demo --port 5081");
        }
        await say.WriteLineAsync($"\nAmparo demo: {url}/sign-in\nPassword for all: {DemoStory.Password}   (the code is shown on the page)\n");
        foreach (var person in DemoStory.PeopleOf(pack))
            await say.WriteLineAsync($"  {person.Login,-24} {person.Role,-14} {person.Office ?? pack.Country.Line.Name}");
        await say.WriteLineAsync($"\nMail lies in {Path.Combine(data, "mail")}. Stop with Ctrl+C; delete {data} to begin anew.");
        await app.WaitForShutdownAsync(cancel);
        return CommandHost.Done;
    }

    private static MasterKey DemoKey(string data)
    {
        var file = Path.Combine(data, "demo-master.key");
        if (!File.Exists(file))
            File.WriteAllText(file, MasterKey.Generate());
        return MasterKey.Parse(File.ReadAllText(file));
    }
}
