using System.Globalization;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Host;

/// <summary>A line in the middle of its night: contacts in every state, referrals in every state, and the records of another line.</summary>
internal sealed class World
{
    private static readonly string[] Quiet = ["Audit", "Outbox", "Posted", "Seals", "Drafts", "Keys", "Sessions", "Referrals", "SharedFacts", "Clocks"];

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
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        await luis.PostFromAsync(accepted, "/accept");
        var station = await app.InAsync(db => db.Offices.Where(o => o.Code == new Code("comisaria-piura")).Select(o => o.Id).SingleAsync());
        var used = await app.InAsync(db => db.Set<PostedOnce>().Select(p => p.Key).FirstAsync());
        var world = new World(app)
        {
            Pages = [danger, open, closed, referral, referral + "/accept", referral + "/see", referral + "/decline", accepted, $"/providers/{station}/duty"],
            UsedKey = used.ToString("N"),
        };
        await world.AddForeignAsync();
        return world;
    }

    /// <summary>How many rows each table has, and what is on record besides that somebody read.</summary>
    public Task<string> StateAsync() => _app.InAsync(async db =>
    {
        // Escalations are the program's own, and reading what stands on the page again is no change. Referrals and clocks have their events.
        var acts = db.Audit.CountAsync(e => e.By != null && e.Event != "field.read" && !e.Event.StartsWith("user.sign-in") && !e.Event.StartsWith("user.pass") && e.Event != "user.locked-out");
        List<string> counts = [$"Audit {await acts}"];
        foreach (var table in db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.GetTableName()!).Except(Quiet).Order())
        {
#pragma warning disable RS0030, EF1002 // Tables have no other way to be counted by name.
            var rows = await db.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"").SingleAsync();
#pragma warning restore RS0030, EF1002
            counts.Add(string.Create(CultureInfo.InvariantCulture, $"{table} {rows}"));
        }
        return string.Join(", ", counts);
    });

    // The other line is a police agency whose operator took a call of her own.
    private async Task AddForeignAsync()
    {
        var other = await _app.SignedInAsAsync(Role.Operator, "pnp-trata-nacional");
        var (contact, referral) = await other.DeclareDangerAsync(_app);
        await other.GoAsync(contact + "/follow-up");
        await other.SendAsync(("Input.Act", "ask-again"), ("Input.Day", "2026-11-25"), ("Input.Time", "10:00"));
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

internal static class FollowUpsByContact
{
    public static IQueryable<Referral> ReferralsOf(this Db db, Guid contact) => db.Set<Referral>().Where(r => r.Contact == new ContactId(contact));

    public static IQueryable<Guid> FollowUpsOf(this Db db, Guid contact) =>
        db.Set<Amparo.Contacts.FollowUp>().Where(f => f.Contact == new ContactId(contact)).Select(f => f.Id.Value);
}
