using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Tests.Cases;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Host;

/// <summary>The whole story of one contact, told in words that nobody else would write.</summary>
internal static class PlantedStory
{
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
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
        ["case"] = "la llevaron en la furgoneta celeste",
        ["victim"] = "Ayelén Huarcaya",
        ["document"] = "70518264",
        ["person"] = "duerme en el altillo del chifa",
        ["task"] = "averiguar con la comadre de Ayabaca",
        ["case place"] = "galpón Yuraqwasi detrás de la ladrillera",
        ["glass"] = "la hermana menor tiembla en recepción",
        ["finding"] = "confirmado con la jefa de guardia Pacherres",
        ["verdict"] = "la vecina del Tuerto exagera y miente",
        ["conclusion"] = "la madrina Ocllo la encierra por celos",
        ["urgency"] = "la vigilan desde la ferretería lila",
        ["objection"] = "la supervisora duda del zaguán turquesa",
        ["draft"] = "murmura que la vigilan desde el torreón",
    };

    /// <summary>From the call to the report; returns the contact's address.</summary>
    public static async Task<string> TellAsync(TestApp app, Watched watched)
    {
        var julia = await watched.SignedInAsync(app, TestApp.Operator);
        var contact = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.CanTalk", "Yes"), ("Input.IsSafe", "Yes"), ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"),
            ("Input.Name", Words["name"]), ("Input.Phone", Words["telephone"]), ("Input.CodeWord", Words["code word"]));
        julia.Path.ShouldBe(contact);
        await julia.PostAsync(contact + "/account?handler=Draft", ("__RequestVerificationToken", julia.Token!), ("Input.Account", Words["draft"]));
        julia.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        await julia.GoAsync(contact);
        julia.Words.ShouldContain(Words["draft"]);
        await julia.SendFormAsync("/account", ("Input.Account", Words["account"]), ("Input.People", Words["people"]), ("Input.Suspect", Words["suspect"]), ("Input.HappeningNow", "Yes"));
        await julia.SendFormAsync("/place", ("Input.Area", "piura"), ("Input.Place", Words["place"]));
        await julia.GoAsync(contact + "/follow-up");
        await julia.SendAsync(("Input.Act", "call-back"), ("Input.Day", "2026-11-25"), ("Input.Time", "10:00"), ("Input.Note", Words["note"]));
        await julia.GoAsync(contact + "/identity");
        julia.Words.ShouldContain(Words["name"]);
        foreach (var purpose in (string[])["", "?purpose=investigate"])
            await julia.GoAsync(contact + "/refer" + purpose);
        await julia.GoAsync("/contacts");
        await julia.PostAsync(julia.Page.QuerySelector("form[role=search]")!.GetAttribute("action") ?? "/contacts",
            ("__RequestVerificationToken", julia.Token!), ("Words", Words["telephone"]));
        julia.Text.ShouldContain(contact);
        await julia.PostFromAsync(contact + "/return-secret", "");
        julia.Page.QuerySelectorAll("#words li").Length.ShouldBeGreaterThan(0);
        await ScreenAsync(julia, contact);
        var person = await FollowAsync(julia, contact);
        await BreakGlassAsync(app, watched);
        await julia.GoAsync(contact + "/danger");
        await julia.SendAsync(("Office", julia.Page.QuerySelector("input[name=Office][checked]")!.GetAttribute("value")!));
        await app.DeliverAsync();

        var luis = await watched.SignedInAsync(app, TestApp.TraffickingUnit);
        var referral = "/referrals/" + await app.InAsync(db => db.Set<Amparo.Referrals.Referral>().Select(r => r.Id).SingleAsync());
        await luis.PostFromAsync(referral, "/see");
        luis.Words.ShouldContain(Words["place"]);
        await luis.GoAsync(referral + "/accept");
        await luis.SendAsync(("Note", Words["answer"]));
        await luis.GoAsync(referral + "/outcome");
        await luis.SendAsync(("Outcome", "case-opened"), ("Note", Words["report"]));
        luis.Words.ShouldContain(Words["report"]);
        await HandOverAsync(app, watched, julia, person);
        return contact;
    }

    private static async Task HandOverAsync(TestApp app, Watched watched, Browser julia, string person)
    {
        await julia.GoAsync(person);
        var @case = julia.Page.QuerySelector("p.back a[href^='/cases/']")!.GetAttribute("href")!;
        await julia.AgreeAsync(app, person, "protect");
        await julia.LookAsync(app, @case, "protect", "vital-interest", people: person);
        julia.Words.ShouldContain(Words["victim"]);
        var referral = await julia.SendOnAsync(app, ("Reason", Words["urgency"]));
        await julia.GoAsync(referral);
        julia.Words.ShouldContain(Words["urgency"]);
        var carmen = await watched.SignedInAsync(app, TestApp.Supervisor);
        await carmen.GoAsync(referral + "/review");
        await carmen.SendAsync(("Finding", "not-upheld"), ("Objection", Words["objection"]));
        carmen.Words.ShouldContain(Words["objection"]);
        await app.DeliverAsync();
    }

    private static async Task ScreenAsync(Browser julia, string contact)
    {
        await julia.GoAsync(contact + "/screening");
        await julia.SendAsync(("Input.Answers[P1]", "14-17"), ("Input.Answers[A1]", "yes"));
        await julia.SendAsync(("Input.Result", "OtherCrime"), ("Input.Reason", Words["verdict"]));
        julia.Path.ShouldBe(contact);
        await julia.GoAsync(contact + "/screening/decide");
        julia.Words.ShouldContain(Words["verdict"]);
    }

    private static async Task<string> FollowAsync(Browser julia, string contact)
    {
        await julia.GoAsync(contact + "/case");
        await julia.SendAsync(("Chosen", "new"));
        var @case = julia.Path;
        await julia.GoAsync(@case + "/summary");
        await julia.SendAsync(("Input.Summary", Words["case"]));
        julia.Words.ShouldContain(Words["case"]);
        await julia.GoAsync(@case + "/people/add");
        await julia.SendAsync(("Input.Role", "possible-victim"), ("Input.AgeGroup", "14-17"), ("Input.Sex", "female"),
            ("Input.Name", Words["victim"]), ("Input.Document", Words["document"]), ("Input.Note", Words["person"]));
        julia.Path.ShouldBe(@case);
        var person = julia.Page.QuerySelector("#people a[href^='/people/']")!.GetAttribute("href")!;
        await julia.GoAsync(person);
        julia.Words.ShouldContain(Words["victim"]);
        await julia.PostFromAsync(person + "/screening", "/screening", ("Input.Answers[A1]", "yes"));
        await julia.SendAsync(("Input.Result", "OtherCrime"), ("Input.Reason", Words["conclusion"]));
        julia.Words.ShouldContain(Words["conclusion"]);
        await julia.GoAsync(person + "/change");
        julia.Text.ShouldContain(Words["document"]);
        await julia.AddPlaceAsync(@case, Words["case place"]);
        julia.Words.ShouldContain(Words["case place"]);
        await julia.GoAsync(await julia.AddTaskAsync(@case, ("Input.Words", Words["task"])));
        julia.Words.ShouldContain(Words["task"]);
        return person;
    }

    private static async Task BreakGlassAsync(TestApp app, Watched watched)
    {
        var @case = await app.InAsync(db => db.Set<Amparo.Cases.Case>().Select(c => c.Reference).SingleAsync());
        var worker = await watched.SignedInAsync(app, await app.AddAsync(Role.CaseWorker, "pnp-trata-nacional"));
        await worker.BreakGlassAsync(@case, "other", Words["glass"]);
        worker.Words.ShouldContain(Words["case place"]);
        var access = worker.Page.QuerySelector("a[href^='/break-glass/']")!.GetAttribute("href")!.Replace("/end", "/review", StringComparison.Ordinal);
        var carmen = await watched.SignedInAsync(app, TestApp.Supervisor);
        await carmen.PostFromAsync(access, "/review", ("Input.Justified", "true"), ("Input.Finding", Words["finding"]));
        carmen.Words.ShouldContain(Words["finding"]);
        carmen.Words.ShouldContain(Words["glass"]);
    }
}
