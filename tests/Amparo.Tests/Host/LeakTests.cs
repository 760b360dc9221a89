using System.Text;
using Amparo.Platform.Data;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>Words that nobody else would write go through the whole story, and are then looked for wherever they must not be.</summary>
public class LeakTests
{
    private static IReadOnlyDictionary<string, string> Planted => PlantedStory.Words;

    [Theory, OnEveryDatabase]
    public async Task What_a_caller_tells_lies_nowhere_in_clear(string database)
    {
        using var watched = new Watched();
        await using var app = await TestApp.StartAsync(database, watched.Join);
        var contact = await PlantedStory.TellAsync(app, watched);
        await FailAsync(app, watched, contact);
        await app.PassAsync(TimeSpan.FromMinutes(6));

        foreach (var mail in app.Mail())
            watched.Say("mail", Decoded(mail));
        foreach (var (where, said) in await Stored.AllAsync(app))
            watched.Say(where, said);
        watched.Say("backup", await Stored.BackupAsync(app));
        watched.Said.Count(s => s.Where == "mail").ShouldBeGreaterThan(0);
        watched.Said.Count(s => s.Where.StartsWith("log", StringComparison.Ordinal)).ShouldBeGreaterThan(100);
        watched.Said.Count(s => s.Where == "metric").ShouldBeGreaterThan(10);
        watched.Said.Count(s => s.Where.StartsWith("stored", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        var leaks = from said in watched.Said
                    from secret in Planted
                    where said.Said.Contains(secret.Value, StringComparison.OrdinalIgnoreCase)
                    select $"{secret.Key} in {said.Where}: {(said.Said.Length > 300 ? "…" : said.Said)}";
        leaks.Distinct().ShouldBeEmpty();
    }

    // Refused, conflicting, unreadable and broken requests carry the same words.
    private static async Task FailAsync(TestApp app, Watched watched, string contact)
    {
        var julia = await watched.SignedInAsync(app, TestApp.Operator);
        (string, string)[] words = [.. Planted.Values.Select((value, i) => ($"F{i}", value)), ("Input.Account", Planted["account"]), ("Input.Version", "1"), ("Input.Area", Planted["place"]),
            ("Input.Tier", Planted["name"]), ("Channel", Planted["suspect"]), ("Input.Reason", Planted["suspect"]), ("Input.Outcome", Planted["suspect"]), ("Input.Day", Planted["name"]), ("Input.CallBack", Planted["code word"])];
        foreach (var page in (string[])[contact + "/account", contact + "/place", contact + "/safety", contact + "/close", contact + "/follow-up", "/contacts/open", contact + "/account?handler=Draft"])
        {
            await julia.GoAsync(contact);
            await julia.PostAsync(page, [("__RequestVerificationToken", julia.Token!), .. words]);
            await julia.PostAsync(page, words);
            await julia.PostAsync(page, [.. words, ("Nul", "a\0b")]);
        }
        await julia.GoAsync("/contacts/nothing", ("Accept", "application/problem+json"));
    }

    // Mail with accents travels as base64.
    private static string Decoded(string mail) => mail + string.Concat(mail.Split("\r\n\r\n").Skip(1).Select(part =>
    {
        var bytes = new byte[part.Length];
        return Convert.TryFromBase64String(part.ReplaceLineEndings(""), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }));
}
