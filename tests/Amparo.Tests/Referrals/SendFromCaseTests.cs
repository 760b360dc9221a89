using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Cases;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals;

/// <summary>A case handed over: who goes along, what of them leaves on which basis, and what the receiver then sees.</summary>
public class SendFromCaseTests
{
    private const string Name = "Lucero Quispe";
    private const string Document = "70112233";

    [Theory, OnEveryDatabase]
    public async Task Nobody_goes_along_unless_ticked_and_without_consent_nobody_can(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, @case, person) = await BeginAsync(app);
        await julia.LookAsync(app, @case, "protect", "consent");
        julia.Words.ShouldContain(Line.Account, customMessage: "what the contact told");
        julia.Words.ShouldNotContain(Name);

        await julia.LookAsync(app, @case, "protect", "consent", people: person);
        julia.Words.ShouldNotContain(Name);
        julia.Words.ShouldContain(app.Text("referral.withheld.NoConsent"));
        var (_, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        julia.Page.QuerySelector($"a[href='{person}/consents/add?agency={agency}&purpose=protect']").ShouldNotBeNull("the next thing to do");
        await julia.SendAsync();
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldContain(app.Text("referral.send.nothing-of-person"));
        (await app.CountAsync("referral.sent")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task With_consent_exactly_what_was_agreed_leaves(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, @case, person) = await BeginAsync(app);
        await julia.AgreeAsync(app, person, "protect", groups: ["identity"]);
        await julia.LookAsync(app, @case, "protect", "consent", people: person);
        julia.Words.ShouldContain(Name);
        julia.Words.ShouldNotContain(Line.Account, customMessage: "she did not agree to tell her story");
        var referral = await julia.SendOnAsync(app);
        julia.Path.ShouldBe(@case);
        julia.Page.QuerySelector($"#referrals-of-case a[href='{referral}']").ShouldNotBeNull();
        (await app.AuditAsync("referral.sent")).ShouldHaveSingleItem().Data.ShouldContain(Line.Id(@case).ToString());

        var rosa = await app.SignedInAsAsync(Role.Liaison, Handing.Prosecutor);
        await rosa.PostFromAsync(referral, "/see");
        rosa.Words.ShouldContain(Name);
        rosa.Words.ShouldContain(Document);
        rosa.Words.ShouldNotContain(Line.Account);
    }

    [Theory, OnEveryDatabase]
    public async Task Consent_taken_back_between_looking_and_sending_is_seen_before_anything_leaves(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, @case, person) = await BeginAsync(app);
        var consent = await julia.AgreeAsync(app, person, "protect");
        await julia.LookAsync(app, @case, "protect", "consent", people: person);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        await carmen.GoAsync(consent);
        await carmen.SendAsync();
        await julia.SendAsync();
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        julia.Words.ShouldNotContain(Name);
        (await app.CountAsync("referral.sent")).ShouldBe(0);
    }

    [Theory]
    [InlineData("legal-mandate", "14-17", false)]
    [InlineData("vital-interest", "14-17", true)]
    [InlineData("child-protection", "14-17", true)]
    [InlineData("child-protection", "adult", false)]
    public async Task A_basis_without_consent_carries_who_somebody_is_only_where_the_pack_says_so(string basis, string age, bool carries)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (julia, @case, person) = await BeginAsync(app);
        await julia.GoAsync(person + "/change");
        await julia.SendAsync(("Input.Role", "possible-victim"), ("Input.AgeGroup", age), ("Input.Sex", "female"), ("Input.Name", Name), ("Input.Document", Document));
        await julia.LookAsync(app, @case, "protect", basis, people: person);
        julia.Words.Contains(Name, StringComparison.Ordinal).ShouldBe(carries);
        julia.Words.Contains(app.Text("referral.withheld.NotOnThisBasis"), StringComparison.Ordinal).ShouldBe(!carries);
        var referral = await julia.SendOnAsync(app, ("Reason", "La amenazan ahora"));
        var rosa = await app.SignedInAsAsync(Role.Liaison, Handing.Prosecutor);
        await rosa.PostFromAsync(referral, "/see");
        rosa.Words.Contains(Name, StringComparison.Ordinal).ShouldBe(carries);
        rosa.Words.ShouldNotContain("La amenazan ahora", customMessage: "the reason is the line's own");
    }

    [Theory, OnEveryDatabase]
    public async Task A_basis_that_needs_a_reason_is_refused_without_one(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, @case, _) = await BeginAsync(app);
        await julia.LookAsync(app, @case, "protect", "vital-interest");
        await julia.SendAsync(("Reason", " "));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        await julia.SendAsync(("Reason", "La amenazan ahora"));
        julia.Path.ShouldBe(@case);
        (await app.CountAsync("referral.sent")).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_accepts_sees_the_case_while_the_referral_lasts(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, @case, _) = await BeginAsync(app);
        await julia.LookAsync(app, @case, "protect", "legal-mandate");
        var referral = await julia.SendOnAsync(app);
        var rosa = await app.SignedInAsAsync(Role.Liaison, Handing.Prosecutor);
        var worker = await app.SignedInAsAsync(Role.CaseWorker, Handing.Prosecutor);
        await worker.GoAsync(@case);
        worker.Status.ShouldBe(HttpStatusCode.NotFound, "not accepted yet");
        await rosa.PostFromAsync(referral, "/accept");
        (await app.CountAsync("case.received")).ShouldBe(1);
        await worker.GoAsync(@case);
        worker.Status.ShouldBe(HttpStatusCode.OK);
        await worker.GoAsync(@case + "/refer");
        worker.Status.ShouldBe(HttpStatusCode.Forbidden, "who was handed a case does not hand it on");
        await rosa.GoAsync(referral + "/outcome");
        await rosa.SendAsync(("Outcome", "person-assisted"));
        (await app.CountAsync("case.let-go")).ShouldBe(1);
        await worker.GoAsync(@case);
        worker.Status.ShouldBe(HttpStatusCode.NotFound, "it is over");
    }

    [Theory, OnEveryDatabase]
    public async Task Whom_any_contact_of_the_case_must_never_tell_is_not_told(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (julia, @case, _) = await BeginAsync(app);
        var (_, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        var second = await julia.TellAsync();
        await julia.GoAsync(second + "/safety");
        await julia.SendAsync(("Input.Tier", "anonymous"), ("Input.CallBack", "Never"), ("Input.NeverTell", agency.ToString()));
        await julia.GoAsync(second + "/case");
        await julia.SendAsync(("Chosen", Line.Id(@case).ToString("N")));
        julia.Path.ShouldBe(@case);
        var first = (await app.CaseAsync(@case)).Contacts.OrderBy(c => c.Number).First().Contact;
        var (office, _) = await app.OfficeOfAsync(Handing.Prosecutor);
        await julia.GoAsync($"{@case}/refer?purpose=protect&contact={first}");
        julia.Page.QuerySelector($"input[name=Office][value='{office}']").ShouldBeNull();
        julia.Page.QuerySelectorAll("input[name=Office]").ShouldNotBeEmpty();
        await julia.PostAsync($"{@case}/refer?purpose=protect&contact={first}&basis=legal-mandate&office={office}", ("__RequestVerificationToken", await TokenAsync(julia)));
        julia.Status.ShouldBe(HttpStatusCode.Conflict);
        (await app.CountAsync("referral.sent")).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_caller_shares_their_own_name_or_nobody_does(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var contact = await julia.TellAsync();
        foreach (var (tier, basis, leaves) in (((string, string, bool)[])[("shareable", "consent", true), ("shareable", "legal-mandate", false), ("confidential", "consent", false), ("confidential", "vital-interest", false)]))
        {
            await julia.GoAsync(contact + "/safety");
            await julia.SendAsync(("Input.Tier", tier), ("Input.CallBack", "AnyTime"), ("Input.Name", "Prudencia Saavedra"), ("Input.Phone", "961357924"));
            await julia.LookAsync(app, contact, "investigate", basis);
            julia.Words.Contains("Prudencia Saavedra", StringComparison.Ordinal).ShouldBe(leaves, $"{tier} {basis}");
            julia.Words.Contains(app.Text("contact.danger.leaves-hint"), StringComparison.Ordinal).ShouldBe(!leaves, "nor is it said that who called does not leave, when they do");
        }
    }

    [Theory]
    [InlineData(Role.Operator, HttpStatusCode.OK)]
    [InlineData(Role.CaseWorker, HttpStatusCode.Forbidden)]
    [InlineData(Role.Supervisor, HttpStatusCode.OK)]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(Role.Liaison, HttpStatusCode.Forbidden)]
    public async Task Who_may_send_from_a_case(string role, HttpStatusCode status)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var (_, @case, _) = await BeginAsync(app);
        var other = await app.SignedInAsAsync(role);
        await other.GoAsync(@case + "/refer");
        other.Status.ShouldBe(status);
        if (status is not HttpStatusCode.OK)
            return;
        await other.LookAsync(app, @case, "protect", "legal-mandate");
        await other.GoAsync(await other.SendOnAsync(app));
        other.Status.ShouldBe(HttpStatusCode.OK, "and follows what was sent");
        var stranger = await app.SignedInAsAsync(role, "pnp-trata-nacional");
        await stranger.GoAsync(@case + "/refer");
        stranger.Status.ShouldBe(HttpStatusCode.NotFound, "no tie");
    }

    private static async Task<(Browser Julia, string Case, string Person)> BeginAsync(TestApp app)
    {
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, @case) = await julia.OpenCaseAsync();
        return (julia, @case, await julia.AddPersonAsync(@case, ("Input.Name", Name), ("Input.Document", Document)));
    }

    private static async Task<string> TokenAsync(Browser browser)
    {
        await browser.GoAsync("/home");
        return browser.Token!;
    }
}
