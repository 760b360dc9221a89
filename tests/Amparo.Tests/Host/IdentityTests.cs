using Amparo.Accounts;
using Amparo.Accounts.Users;
using Amparo.Demo;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Referrals;
using Amparo.Tests.Architecture;
using Amparo.Tests.Cases;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>Every path to a field that tells who somebody is: an agency that was handed something reads it with a consent in force, and no page
/// shows it otherwise.</summary>
public class IdentityTests
{
    private const string Caller = "Prudencia Saavedra";
    private const string Telephone = "961357924";
    private const string CodeWord = "mazamorra-violeta";
    private const string Name = "Ayelén Huarcaya";
    private const string Document = "70518264";

    private enum Opens
    {
        /// <summary>A consent in the ledger.</summary>
        Consent,

        /// <summary>The caller, by what the safety check says may be shared.</summary>
        Caller,

        Nothing,
    }

    /// <summary>Each protected field of class Identity, the words planted in it, and what alone opens them to a receiving agency. A new one must be told here.</summary>
    private static readonly Dictionary<(string Kind, string Field), (string Words, Opens By)> Told = new()
    {
        [("contact", "Name")] = (Caller, Opens.Caller),
        [("contact", "Phone")] = (Telephone, Opens.Caller),
        [("contact", "CodeWord")] = (CodeWord, Opens.Nothing),
        [("person", "Name")] = (Name, Opens.Consent),
        [("person", "Document")] = (Document, Opens.Consent),
        [("referral", "shared.caller-name")] = (Caller, Opens.Caller),
        [("referral", "shared.caller-contact")] = (Telephone, Opens.Caller),
        [("shared-fact", "person-name")] = (Name, Opens.Consent),
        [("shared-fact", "person-document")] = (Document, Opens.Consent),
    };

    [Fact]
    public void Every_field_that_tells_who_somebody_is_says_here_what_opens_it() =>
        Manifests.All.SelectMany(m => m.Fields).Where(f => f.Class == FieldClass.Identity).Select(f => (f.Kind, f.Name)).ShouldBe(Told.Keys, ignoreOrder: true);

    [Theory, OnEveryDatabase]
    public async Task A_receiving_agency_reads_who_somebody_is_with_consent_in_force_and_never_otherwise(string database)
    {
        await using var app = await TestApp.StartAsync(database, services => services.Configure<AccountsOptions>(a => a.RequestsPerMinute = 1_000_000));
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, @case) = await julia.OpenCaseAsync();
        await SafetyAsync(julia, contact, "confidential");
        var person = await julia.AddPersonAsync(@case, ("Input.Name", Name), ("Input.Document", Document));
        var receiver = await EveryRoleAtAsync(app);

        // Handed over by law: the case is seen, and nobody in it.
        await julia.LookAsync(app, @case, "protect", "legal-mandate", people: person);
        await receiver.PostFromAsync(await julia.SendOnAsync(app), "/accept");
        (await ReadAsync(app, receiver, person)).ShouldBeEmpty();

        // Handed over as agreed: what was agreed is read, and who called only when they share it too.
        var consent = await julia.AgreeAsync(app, person, "protect");
        await julia.LookAsync(app, @case, "protect", "consent", people: person);
        await receiver.PostFromAsync(await julia.SendOnAsync(app), "/accept");
        (await ReadAsync(app, receiver, person)).ShouldBe([Name, Document], ignoreOrder: true);
        await SafetyAsync(julia, contact, "shareable");
        await julia.LookAsync(app, contact, "investigate", "consent");
        await receiver.PostFromAsync(await julia.SendOnAsync(app), "/accept");
        (await ReadAsync(app, receiver, person)).ShouldBe([Name, Document, Caller, Telephone], ignoreOrder: true);

        // Taken back: every page closes at once.
        await julia.GoAsync(consent);
        await julia.SendAsync();
        (await ReadAsync(app, receiver, person)).ShouldBe([Caller, Telephone], ignoreOrder: true);
        await SafetyAsync(julia, contact, "confidential");
        (await ReadAsync(app, receiver, person)).ShouldBeEmpty();

        // Past its day it closes by itself.
        await julia.AgreeAsync(app, person, "protect", until: "2026-11-22");
        (await ReadAsync(app, receiver, person)).ShouldBe([Name, Document], ignoreOrder: true);
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await ReadAsync(app, await EveryRoleAtAsync(app), person)).ShouldBeEmpty();
    }

    /// <summary>Which of the planted words stand on any page that can be asked for, with the id of any record there is.</summary>
    private static async Task<IReadOnlyList<string>> ReadAsync(TestApp app, Browser receiver, string person)
    {
        HashSet<string> read = [];
        var ids = await IdsAsync(app);
        var seen = 0;
        var (office, _) = await app.OfficeOfAsync(Handing.Prosecutor);
        var query = $"?purpose=protect&office={office}&basis=vital-interest&people={Line.Id(person):N}";
        for (var turn = 0; turn < ids.Values.Max(of => of.Count); turn++)
        {
            var doors = await Door.OfAsync(app.Services, first => ids.TryGetValue(first, out var of) ? of[turn % of.Count] : "none");
            foreach (var door in doors.Where(d => d.Method == "GET" && !d.Address.Contains("none", StringComparison.Ordinal) && d.Address is not ("/live" or "/sign-out")).DistinctBy(d => d.Address))
            {
                await receiver.GoAsync(door.Address + (door.Address.EndsWith("/refer", StringComparison.Ordinal) ? query : ""));
                ((int)receiver.Status).ShouldBeLessThan(500, door.Address);
                seen += receiver.Status == System.Net.HttpStatusCode.OK ? 1 : 0;
                read.UnionWith(Told.Values.Select(t => t.Words).Where(words => receiver.Text.Contains(words, StringComparison.OrdinalIgnoreCase) || receiver.Words.Contains(words, StringComparison.OrdinalIgnoreCase)));
            }
        }
        seen.ShouldBeGreaterThan(20, "a walk that sees nothing proves nothing");
        return [.. read];
    }

    private static Task<Dictionary<string, List<string>>> IdsAsync(TestApp app) => app.InAsync(async db => new Dictionary<string, List<string>>
    {
        ["contacts"] = await OfAsync<Amparo.Contacts.Contact>(db, c => c.Id),
        ["cases"] = await OfAsync<Amparo.Cases.Case>(db, c => c.Id),
        ["people"] = await OfAsync<Amparo.Cases.Person>(db, p => p.Id),
        ["referrals"] = await OfAsync<Referral>(db, r => r.Id),
        ["consents"] = await OfAsync<Amparo.Cases.Consents.Consent>(db, c => c.Id),
        [""] = [""],
    });

    private static async Task<List<string>> OfAsync<T>(Db db, Func<T, object> id) where T : class =>
        [.. (await db.Set<T>().AsNoTracking().ToListAsync()).Select(row => id(row).ToString()!).DefaultIfEmpty("none")];

    private static async Task SafetyAsync(Browser julia, string contact, string tier)
    {
        await julia.GoAsync(contact + "/safety");
        await julia.SendAsync(("Input.Tier", tier), ("Input.CallBack", "AnyTime"), ("Input.Name", Caller), ("Input.Phone", Telephone), ("Input.CodeWord", CodeWord));
        julia.Path.ShouldBe(contact);
    }

    // Somebody who holds every role there: what they cannot see, nobody at their agency can.
    private static async Task<Browser> EveryRoleAtAsync(TestApp app)
    {
        var login = $"todos.{Guid.CreateVersion7():N}@prueba.example";
        var (office, agency) = await app.OfficeOfAsync(Handing.Prosecutor);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<UserAccounts>().AddDemoAsync(login, "Persona de todo", agency, office, [.. Role.All], DemoStory.Password, default);
        return await app.SignedInAsync(login);
    }
}
