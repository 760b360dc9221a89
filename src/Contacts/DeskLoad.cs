using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>Who carries how much, and who should rest: an emergency takes its toll on whoever heard it.</summary>
internal sealed class DeskLoad(Db db, IStaff staff, DeskCare care, Viewer viewer, TimeProvider clock)
{
    private const int Most = 2_000;
    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    /// <summary>Everybody who answers, the most loaded first.</summary>
    public async Task<object?> OnBoardAsync(CancellationToken cancel)
    {
        if (viewer.Agency is not { } line)
            return null;
        var taken = (await TakenAsync(cancel)).ToLookup(t => t.By);
        var people = await staff.WithRoleAsync(line, Role.Operator, cancel);
        return new Load(Shift.Hours, [.. people.Select(person => RowOf(person, [.. taken[person.Id]])).OrderByDescending(r => r.Open).ThenByDescending(r => r.Shift).ThenBy(r => r.Name, StringComparer.CurrentCulture)]);
    }

    /// <summary>Until when the viewer should rest, after the emergency they closed last.</summary>
    public async Task<DateTimeOffset?> MyBreakAsync(CancellationToken cancel)
    {
        var (me, since) = (viewer.User, clock.GetUtcNow() - care.BreakAfterDanger);
        var closed = await db.Contacts.VisibleTo(viewer)
            .Where(c => c.TakenBy == me && c.DangerAt != null && c.ClosedAt > since)
            .MaxAsync(c => c.ClosedAt, cancel);
        return closed + care.BreakAfterDanger;
    }

    private async Task<List<Taken>> TakenAsync(CancellationToken cancel)
    {
        var (since, contacts) = (clock.GetUtcNow() - Shift, db.Contacts.AsNoTracking().VisibleTo(viewer));
        // Two questions, since one with “or” goes through every contact there ever was. Whatever was taken in this shift is open, or was closed in it.
        return
        [
            .. await TakenAsync(contacts.Where(c => c.ClosedAt == null).OrderByDescending(c => c.OpenedAt), since, cancel),
            .. await TakenAsync(contacts.Where(c => c.ClosedAt > since).OrderByDescending(c => c.ClosedAt), since, cancel),
        ];
    }

    // Each in the order of its index: in another, PostgreSQL walks through years of contacts to find a shift's.
    private static Task<List<Taken>> TakenAsync(IOrderedQueryable<Contact> contacts, DateTimeOffset since, CancellationToken cancel) => contacts
        .Take(Most)
        .Select(c => new Taken(c.TakenBy, c.OpenedAt > since, c.ClosedAt, c.DangerAt != null))
        .ToListAsync(cancel);

    private LoadRow RowOf(StaffMember person, IReadOnlyList<Taken> taken)
    {
        var rest = taken.Where(t => t is { IsDanger: true, ClosedAt: not null }).Max(t => t.ClosedAt) + care.BreakAfterDanger;
        return new LoadRow(
            person.Name,
            taken.Count(t => t.ClosedAt is null),
            taken.Count(t => t.InShift),
            taken.Count(t => t is { IsDanger: true, ClosedAt: null }),
            rest > clock.GetUtcNow() ? rest : null);
    }

    private sealed record Taken(UserId By, bool InShift, DateTimeOffset? ClosedAt, bool IsDanger);
}

/// <param name="Hours">How far back the contacts are counted.</param>
internal sealed record Load(int Hours, IReadOnlyList<LoadRow> Rows);

/// <param name="Shift">Contacts taken in the last hours, open or closed.</param>
/// <param name="Dangers">Open contacts in danger.</param>
/// <param name="RestUntil">The break after an emergency, while it lasts.</param>
internal sealed record LoadRow(string Name, int Open, int Shift, int Dangers, DateTimeOffset? RestUntil);
