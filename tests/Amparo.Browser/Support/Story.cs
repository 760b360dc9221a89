using Amparo.Tests.Support;

namespace Amparo.Browser.Support;

/// <summary>An evening at the line, so that every list has something in it: a call just taken, one in danger, one refused, one closed.</summary>
internal sealed record Story(string Fresh, string InDanger, string Declined, string Closed, string Case)
{
    /// <summary>Told over HTTP, as people would do it.</summary>
    public static async Task<Story> TellAsync(TestApp app)
    {
        var julia = await app.SignedInAsync(TestApp.Operator);
        var closed = await CallAsync(julia);
        await julia.PostFromAsync(closed + "/close", "/close", ("Input.Reason", "information"), ("Input.Outcome", "informed"));
        var declined = await CallAsync(julia);
        await HearAsync(julia, declined, "Un vecino oye golpes y llanto en el segundo piso.", "Edificio gris, segundo piso");
        var danger = await CallAsync(julia);
        await HearAsync(julia, danger, "Oye gritos de chicas en la casa de al lado.", "Casa verde frente al parque");
        await DeclareAsync(julia, declined);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.GoAsync("/referrals");
        await luis.SendFormAsync("/see");
        await luis.PostFromAsync(luis.Path + "/decline", "/decline", ("Reason", "other"), ("Note", "Le toca a la comisaría del sector."));
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        julia = await app.SignedInAsync(TestApp.Operator);
        await julia.PostFromAsync(danger + "/follow-up", "/follow-up", ("Input.Act", "ask-outcome"), ("Input.Day", "2026-11-23"), ("Input.Time", "10:00"));
        julia.Path.ShouldBe(danger, julia.Page.QuerySelector(".error-summary")?.TextContent);
        await DeclareAsync(julia, danger);
        (string, string)[] answers = [("Input.Answers[P1]", "14-17"), ("Input.Answers[A1]", "yes"), ("Input.Answers[S1]", "yes")];
        await julia.PostFromAsync(danger + "/screening?speaker=Bystander", "/screening", answers);
        julia.Path.ShouldBe(danger + "/screening/decide", julia.Page.QuerySelector(".error-summary")?.TextContent);
        var @case = await CaseAsync(julia, danger);
        var fresh = await CallAsync(julia);
        await app.DeliverAsync();
        return new Story(fresh, danger, declined, closed, @case);
    }

    private static async Task<string> CaseAsync(Amparo.Tests.Support.Browser julia, string contact)
    {
        await julia.PostFromAsync(contact + "/case", "/case", ("Chosen", "new"));
        var @case = julia.Path;
        await julia.PostFromAsync(@case + "/summary", "/summary", ("Input.Summary", "Tres chicas que no pueden salir de una casa. La policía fue avisada."));
        (string, string)[] girl = [("Input.Role", "possible-victim"), ("Input.AgeGroup", "14-17"), ("Input.Sex", "female"), ("Input.Name", "Lucero (dice llamarse)")];
        await julia.PostFromAsync(@case + "/people/add", "/people/add", girl);
        await AgreeAsync(julia, julia.Page.QuerySelector("#people a[href^='/people/']")!.GetAttribute("href")!);
        await julia.PostFromAsync(@case + "/people/add", "/people/add", ("Input.Role", "presumed-trafficker"), ("Input.AgeGroup", "adult"), ("Input.Sex", "male"));
        julia.Path.ShouldBe(@case, julia.Page.QuerySelector(".error-summary")?.TextContent);
        return @case;
    }

    private static async Task AgreeAsync(Amparo.Tests.Support.Browser julia, string person)
    {
        await julia.GoAsync(person + "/consents/add");
        var agency = julia.Page.QuerySelectorAll("#Input_Agency option").Single(option => option.TextContent == "Ministerio Público").GetAttribute("value")!;
        await julia.SendAsync(("Input.Agency", agency), ("Input.Purpose", "protect"), ("Input.Form", "authority"), ("Input.GivenOn", "2026-11-20"), ("Input.Until", "2027-05-20"),
            ("Input.Groups", "identity"), ("Input.Groups", "about"));
        julia.Path.ShouldBe(person, julia.Page.QuerySelector(".error-summary")?.TextContent);
    }

    private static async Task<string> CallAsync(Amparo.Tests.Support.Browser julia)
    {
        await julia.PostFromAsync("/home", "/contacts/open", ("Channel", "call"));
        julia.Path.ShouldStartWith("/contacts/");
        return julia.Path;
    }

    private static async Task HearAsync(Amparo.Tests.Support.Browser julia, string contact, string account, string place)
    {
        await julia.SendFormAsync("/safety", ("Input.CanTalk", "Yes"), ("Input.IsSafe", "Yes"), ("Input.Tier", "anonymous"), ("Input.CallBack", "Never"));
        await julia.SendFormAsync("/account", ("Input.Account", account), ("Input.HappeningNow", "Yes"), ("Input.LockedIn", "Yes"),
            ("Input.People", "Tres chicas de unos 15 a 17 años"));
        await julia.SendFormAsync("/place", ("Input.Area", "piura"), ("Input.Place", place));
        julia.Path.ShouldBe(contact);
    }

    private static async Task DeclareAsync(Amparo.Tests.Support.Browser julia, string contact)
    {
        await julia.GoAsync(contact + "/danger");
        var office = julia.Page.QuerySelector("input[name=Office][checked]")!.GetAttribute("value")!;
        await julia.SendFormAsync(null, ("Office", office));
        julia.Path.ShouldBe(contact);
    }
}
