using System.Globalization;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Tests.Cases;
using Amparo.Tests.Referrals;
using Amparo.Tests.Referrals.Api;
using Amparo.Tests.Referrals.Links;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>A line in the middle of its night: contacts in every state, referrals in every state, and the records of another line.</summary>
internal sealed class World
{
    /// <summary>Tables whose rows come and go by themselves, each with its reason. All others are looked at, those of modules to come among them.</summary>
    private static readonly Dictionary<string, string> Unsteady = new()
    {
        ["Audit"] = "what people did is counted apart; reading what stands on the page again, and tries to sign in or to break the glass, are on record too",
        ["Outbox"] = "its worker takes messages off at any moment",
        ["Seals"] = "their worker adds one every few seconds",
        ["Keys"] = "the program makes a key when it is first needed",
    };

    private readonly TestApp _app;
    private readonly Dictionary<string, string> _foreign = [];

    private World(TestApp app) => _app = app;

    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>The key of a form that somebody else has sent.</summary>
    public required string UsedKey { get; init; }

    /// <summary>A record that nobody of the demo has a tie to.</summary>
    public string Foreign(string of) => _foreign.GetValueOrDefault(of) ?? Guid.CreateVersion7().ToString("N");

    public static async Task<World> MakeAsync(TestApp app)
    {
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (danger, referral) = await carmen.DeclareDangerAsync(app);
        var (_, accepted) = await carmen.DeclareDangerAsync(app);
        await carmen.GoAsync(danger + "/follow-up");
        await carmen.SendAsync(("Input.Act", "ask-again"), ("Input.Day", "2026-11-25"), ("Input.Time", "10:00"));
        var open = await carmen.OpenContactAsync();
        var closed = await carmen.TellAsync();
        await carmen.GoAsync(closed + "/close");
        await carmen.SendAsync(("Input.Reason", "not-known"), ("Input.Outcome", "hung-up"));
        var (_, @case) = await carmen.OpenCaseAsync();
        var person = await carmen.AddPersonAsync(@case, ("Input.Name", "Lucero"));
        await carmen.PostFromAsync(person + "/screening", "/screening", ("Input.Answers[A1]", "yes"));
        await carmen.AgreeAsync(app, person, "protect");
        await carmen.LookAsync(app, @case, "protect", "consent", people: person);
        await carmen.SendOnAsync(app);
        var (prosecutor, _) = await app.OfficeOfAsync(Handing.Prosecutor);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (_, sent) = await julia.DeclareDangerAsync(app);
        var task = await carmen.AddTaskAsync(@case);
        var place = await carmen.AddPlaceAsync(@case);
        await carmen.PostFromAsync(@case + "/flags/raise", "/flags/raise", ("Flag", "media"));
        await carmen.GivePartAsync(@case, await app.AgencyAsync("pnp"));
        var (_, access) = await app.BreakGlassAsync(@case);
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(accepted, "/accept");
        var linked = await carmen.TellPartnerAsync(app);
        await app.KeyAsync();
        var station = await app.InAsync(db => db.Offices.Where(o => o.Code == new Code("comisaria-piura")).Select(o => o.Id).SingleAsync());
        var used = await app.InAsync(db => db.Set<PostedOnce>().Select(p => p.Key).FirstAsync());
        var world = new World(app)
        {
            Pages = [danger, open, closed, referral, referral + "/accept", referral + "/see", referral + "/decline", accepted, $"/providers/{station}/duty", @case, person, person + "/screening", person + "/screening/decide", task, place, access, open + "/case", open + "/screening",
                linked, linked + "/code", linked + "/links/send", linked + "/links/revoke", person + "/consents/add", sent + "/review",
                $"{@case}/refer?purpose=protect", $"{@case}/refer?purpose=protect&office={prosecutor}&basis=vital-interest&people={Line.Id(person):N}",
                open + "/return-secret", open + "/returning"],
            UsedKey = used.ToString("N"),
        };
        await world.AddForeignAsync();
        await world.SettleAsync();
        return world;
    }

    /// <summary>Takes every escalation that is due by now, so that none comes between two looks.</summary>
    public async Task SettleAsync()
    {
        while (await _app.Services.GetRequiredService<ClockWorker>().EscalateDueAsync(CancellationToken.None) > 0)
        {
        }
        await _app.DeliverAsync();
    }

    /// <summary>How many rows each table has, and what is on record besides that somebody read.</summary>
    public Task<string> StateAsync() => _app.InAsync(async db =>
    {
        var acts = await db.Audit.CountAsync(e => e.By != null && e.Event != "field.read" && !e.Event.StartsWith("user.sign-in") && !e.Event.StartsWith("user.pass") && e.Event != "user.locked-out" && e.Event != "case.glass-held");
        var tables = db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.GetTableName()!).Distinct().Except(Unsteady.Keys).Order();
#pragma warning disable RS0030, EF1002 // Tables have no other way to be counted by name.
        var rows = await db.Database.SqlQueryRaw<TableRows>(string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table}' AS \"Table\", COUNT(*) AS \"Rows\" FROM \"{table}\""))).ToListAsync();
#pragma warning restore RS0030, EF1002
        return string.Create(CultureInfo.InvariantCulture, $"Audit {acts}, {string.Join(", ", rows.OrderBy(r => r.Table, StringComparer.Ordinal).Select(r => $"{r.Table} {r.Rows}"))}");
    });

    // The other line is a police agency whose operator took a call of her own.
    private async Task AddForeignAsync()
    {
        var other = await _app.SignedInAsAsync(Role.Operator, "pnp-trata-nacional");
        var (contact, referral) = await other.DeclareDangerAsync(_app);
        await other.GoAsync(contact + "/follow-up");
        await other.SendAsync(("Input.Act", "ask-again"), ("Input.Day", "2026-11-25"), ("Input.Time", "10:00"));
        var (_, @case) = await other.OpenCaseAsync();
        _foreign["cases"] = @case.Split('/')[2];
        var person = await other.AddPersonAsync(@case);
        _foreign["people"] = Line.Id(person).ToString("N");
        _foreign["consents"] = Line.Id(await other.AgreeAsync(_app, person, "protect")).ToString("N");
        _foreign["tasks"] = (await other.AddTaskAsync(@case)).Split('/')[2];
        _foreign["places"] = (await other.AddPlaceAsync(@case)).Split('/')[2];
        _foreign["contacts"] = contact.Split('/')[2];
        _foreign["follow-ups"] = (await _app.InAsync(db => db.FollowUpsOf(Line.Id(contact)).FirstAsync())).ToString("N");
        await _app.InAsync(async db =>
        {
            _foreign["agencies"] = (await db.Agencies.Select(a => a.Id).FirstAsync()).ToString();
            _foreign["providers"] = (await db.Offices.Where(o => o.Code == new Code("pnp-trata-nacional")).Select(o => o.Id).SingleAsync()).ToString();
            return true;
        });
        // A second one, to the last office of the list: foreign to the line that did not send it, and to the office that did not receive it.
        await other.GoAsync(contact + "/danger");
        await other.SendAsync(("Office", other.Page.QuerySelectorAll("input[name=Office]").Last().GetAttribute("value")!));
        var first = new ReferralId(Line.Id(referral));
        _foreign["referrals"] = (await _app.InAsync(db => db.ReferralsOf(Line.Id(contact)).Where(r => r.Id != first).Select(r => r.Id).FirstAsync())).ToString();
    }
}

internal sealed record TableRows(string Table, long Rows);

internal static class FollowUpsByContact
{
    public static IQueryable<Referral> ReferralsOf(this Db db, Guid contact) => db.Set<Referral>().Where(r => r.Contact == new ContactId(contact));

    public static IQueryable<Guid> FollowUpsOf(this Db db, Guid contact) =>
        db.Set<Amparo.Contacts.FollowUp>().Where(f => f.Contact == new ContactId(contact)).Select(f => f.Id.Value);
}
