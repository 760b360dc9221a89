using Amparo.Platform;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>What waits for somebody at the desk: open contacts and planned acts, the oldest first.</summary>
internal sealed class DeskWork(Db db, ContactCodes codes, ClockFaces clocks, DeskLoad load, Viewer viewer, TimeProvider clock)
{
    private const int Most = 10;
    private const int MostOnBoard = 50;
    private const int MostClocks = 150;

    /// <summary>Every open contact of the line, dangers first: what a supervisor watches.</summary>
    public async Task<IReadOnlyList<OpenContactRow>> OnBoardAsync(CancellationToken cancel)
    {
        var open = await db.Contacts.AsNoTracking().VisibleTo(viewer)
            .Where(c => c.ClosedAt == null)
            .OrderBy(c => c.DangerAt == null).ThenBy(c => c.OpenedAt).Take(MostOnBoard)
            .Select(c => new { c.Id, c.Reference, c.Channel, c.OpenedAt, c.DangerAt })
            .ToListAsync(cancel);
        return [.. open.Select(c => new OpenContactRow(c.Id, c.Reference, codes.Channels.Name(c.Channel), c.OpenedAt, c.DangerAt is not null))];
    }

    /// <summary>What the line still owes by a norm, the soonest first: also for contacts closed long ago.</summary>
    public async Task<IReadOnlyList<DueContactRow>> DueAsync(CancellationToken cancel)
    {
        var due = await clocks.SoonestAsync<Kind.Contact>(MostClocks, cancel);
        var ids = due.Select(d => d.Record).Distinct().ToList();
        var references = await db.Contacts.AsNoTracking().VisibleTo(viewer)
            .Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Reference }).ToDictionaryAsync(c => c.Id, c => c.Reference, cancel);
        return [.. due.Where(d => references.ContainsKey(d.Record)).Take(MostOnBoard).Select(d => new DueContactRow(d.Record, references[d.Record], d.Face))];
    }

    public async Task<DeskWorkList> LoadAsync(CancellationToken cancel)
    {
        var me = viewer.User;
        var open = await db.Contacts.AsNoTracking().VisibleTo(viewer)
            .Where(c => c.ClosedAt == null && c.TakenBy == me)
            .OrderBy(c => c.OpenedAt).Take(Most)
            .Select(c => new { c.Id, c.Reference, c.Channel, c.OpenedAt, c.DangerAt })
            .ToListAsync(cancel);
        var planned = await db.FollowUps.AsNoTracking().VisibleTo(viewer)
            .Where(f => f.DoneAt == null)
            .OrderBy(f => f.DueAt).Take(Most)
            .Join(db.Contacts, f => f.Contact, c => c.Id, (f, c) => new { f.Id, f.Contact, f.Act, f.DueAt, c.Reference })
            .ToListAsync(cancel);
        var now = clock.GetUtcNow();
        return new DeskWorkList(
            [.. open.Select(c => new OpenContactRow(c.Id, c.Reference, codes.Channels.Name(c.Channel), c.OpenedAt, c.DangerAt is not null))],
            [.. planned.Select(f => new PlannedRow(f.Id, f.Contact, f.Reference, codes.FollowUps.Name(f.Act), f.DueAt, f.DueAt < now))],
            await load.MyBreakAsync(cancel));
    }
}

internal sealed record DeskWorkList(IReadOnlyList<OpenContactRow> Open, IReadOnlyList<PlannedRow> Planned, DateTimeOffset? RestUntil);

internal sealed record OpenContactRow(ContactId Id, string Reference, string Channel, DateTimeOffset OpenedAt, bool IsDanger);

internal sealed record DueContactRow(ContactId Id, string Reference, ClockFace Face);

internal sealed record PlannedRow(FollowUpId Id, ContactId Contact, string Reference, string Act, DateTimeOffset DueAt, bool IsLate);
