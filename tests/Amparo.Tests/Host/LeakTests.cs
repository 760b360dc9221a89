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
    private static readonly Dictionary<string, string> Planted = new()
    {
        ["name"] = "Zoraida Quilcamarca",
        ["telephone"] = "961357924",
        ["code word"] = "mazamorra-violeta",
        ["account"] = "escuchó llorar tras el biombo carmesí",
        ["people"] = "dos hermanas con trenza jaspeada",
        ["suspect"] = "el Tuerto Chambilla",
        ["place"] = "quinta Huiracocha interior nueve",
        ["note"] = "devolver recado por la bodega Ñusta",
        ["answer"] = "patrullero saliendo por Tacalá",
        ["report"] = "rescatadas en el corralón azul",
        ["draft"] = "murmura que la vigilan desde el torreón",
    };

    [Theory, OnEveryDatabase]
    public async Task What_a_caller_tells_lies_nowhere_in_clear(string database)
    {
        using var watched = new Watched();
        await using var app = await TestApp.StartAsync(database, watched.Join);
        var contact = await StoryAsync(app, watched);
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

    private static async Task<string> StoryAsync(TestApp app, Watched watched)
    {
        var julia = await watched.SignedInAsync(app, TestApp.Operator);
        var contact = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.CanTalk", "Yes"), ("Input.IsSafe", "Yes"), ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"),
            ("Input.Name", Planted["name"]), ("Input.Phone", Planted["telephone"]), ("Input.CodeWord", Planted["code word"]));
        julia.Path.ShouldBe(contact);
        await julia.PostAsync(contact + "/account?handler=Draft", ("__RequestVerificationToken", julia.Token!), ("Input.Account", Planted["draft"]));
        julia.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await julia.GoAsync(contact);
        julia.Words.ShouldContain(Planted["draft"]);
        await julia.SendFormAsync("/account", ("Input.Account", Planted["account"]), ("Input.People", Planted["people"]), ("Input.Suspect", Planted["suspect"]), ("Input.HappeningNow", "Yes"));
        await julia.SendFormAsync("/place", ("Input.Area", "piura"), ("Input.Place", Planted["place"]));
        await julia.GoAsync(contact + "/follow-up");
        await julia.SendAsync(("Input.Act", "call-back"), ("Input.Day", "2026-11-25"), ("Input.Time", "10:00"), ("Input.Note", Planted["note"]));
        await julia.GoAsync(contact + "/identity");
        julia.Words.ShouldContain(Planted["name"]);
        foreach (var purpose in (string[])["", "?purpose=investigate"])
            await julia.GoAsync(contact + "/refer" + purpose);
        await julia.GoAsync("/contacts");
        await julia.PostAsync(julia.Page.QuerySelector("form[role=search]")!.GetAttribute("action") ?? "/contacts",
            ("__RequestVerificationToken", julia.Token!), ("Words", Planted["telephone"]));
        julia.Text.ShouldContain(contact);
        await julia.GoAsync(contact + "/danger");
        await julia.SendAsync(("Office", julia.Page.QuerySelector("input[name=Office][checked]")!.GetAttribute("value")!));
        await app.DeliverAsync();

        var luis = await watched.SignedInAsync(app, TestApp.TraffickingUnit);
        var referral = "/referrals/" + await app.InAsync(db => db.Set<Amparo.Referrals.Referral>().Select(r => r.Id).SingleAsync());
        await luis.PostFromAsync(referral, "/see");
        luis.Words.ShouldContain(Planted["place"]);
        await luis.GoAsync(referral + "/accept");
        await luis.SendAsync(("Note", Planted["answer"]));
        await luis.GoAsync(referral + "/outcome");
        await luis.SendAsync(("Outcome", "case-opened"), ("Note", Planted["report"]));
        luis.Words.ShouldContain(Planted["report"]);
        return contact;
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
