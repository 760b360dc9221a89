using Amparo.Accounts.SigningIn;
using Amparo.Platform;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Unusual;

/// <summary>What is more than usual in the audit: a reason to ask, never proof. It looks at ids, codes and times alone.</summary>
internal sealed class UnusualActs(Db db, Modules modules, UnusualLimits limits, Pack pack, TimeProvider clock)
{
    private const int Most = 100_000;

    private readonly string _read = modules.EventsByType[typeof(FieldRead)].Name;
    private readonly string _failed = modules.EventsByType[typeof(SignInFailed)].Name;

    public int Days => limits.Days;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<UnusualAct>> FindAsync(CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - TimeSpan.FromDays(limits.Days);
        var recent = await db.Audit.Where(e => e.At >= since).OrderByDescending(e => e.Position).Take(Most).ToListAsync(cancel);
        var people = recent.Where(e => e.By is not null).ToLookup(e => e.Event == _read);
        return
        [
            .. NamesRead(people[true]).Concat(ReadWithoutActing(people[true], people[false])).Concat(Failures(recent)).Concat(Named(recent))
                .OrderByDescending(act => act.At),
        ];
    }

    private IEnumerable<UnusualAct> NamesRead(IEnumerable<AuditEntry> reads) =>
        from read in reads
        where IsIdentity(read)
        group read by (By: read.By!.Value, Hour: read.At.UtcTicks / TimeSpan.TicksPerHour) into hour
        let records = hour.Select(read => read.About).Distinct().Count()
        where records >= limits.NamesPerHour
        select new UnusualAct("names-read", hour.Key.By, hour.Max(read => read.At), records);

    // Whoever follows a record does something in it on the same day; whoever is curious only looks.
    private IEnumerable<UnusualAct> ReadWithoutActing(IEnumerable<AuditEntry> reads, IEnumerable<AuditEntry> acts)
    {
        var acted = acts.SelectMany(act => new[] { (act.By, act.About, DayOf(act)), (act.By, act.Under ?? act.About, DayOf(act)) }).ToHashSet();
        return from read in reads
               where !acted.Contains((read.By, read.About, DayOf(read)))
               group read by (By: read.By!.Value, Day: DayOf(read)) into day
               let records = day.Select(read => read.About).Distinct().Count()
               where records >= limits.ReadWithoutActingPerDay
               select new UnusualAct("read-without-acting", day.Key.By, day.Max(read => read.At), records);
    }

    // A failure has no author yet: it is the account's. Logins that are nobody's fail under one empty id.
    private IEnumerable<UnusualAct> Failures(IEnumerable<AuditEntry> recent) =>
        from failure in recent
        where failure.Event == _failed
        group failure by (failure.About, Hour: failure.At.UtcTicks / TimeSpan.TicksPerHour) into hour
        where hour.Count() >= limits.FailuresPerHour
        select new UnusualAct("failed-sign-ins", hour.Key.About, hour.Max(failure => failure.At), hour.Count());

    private IEnumerable<UnusualAct> Named(IEnumerable<AuditEntry> recent) =>
        from entry in recent
        where limits.Events.Contains(entry.Event)
        select new UnusualAct("event", entry.By ?? entry.About, entry.At, 1, entry.Event);

    private DateOnly DayOf(AuditEntry entry) => DateOnly.FromDateTime(pack.Country.Local(entry.At).DateTime);

    private bool IsIdentity(AuditEntry read)
    {
        var what = (FieldRead)EventJson.Read(read.Data, typeof(FieldRead));
        return modules.Fields.TryGetValue((what.Kind, what.Field), out var field) && field.Class == FieldClass.Identity;
    }
}

/// <summary>One finding: what, by whom (or at whose account), when last, and how often.</summary>
internal sealed record UnusualAct(string What, Guid By, DateTimeOffset At, int Count, string? Event = null);
