using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Clocks;

/// <summary>The clocks that run for records, as pages show them.</summary>
public sealed class ClockFaces(Db db, ClockBook book)
{
    /// <summary>Those of a record and of what belongs to it; the running first, the soonest first.</summary>
    public async Task<IReadOnlyList<ClockFace>> OfAsync(Subject subject, CancellationToken cancel)
    {
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => c.About == subject.Id || c.Under == subject.Id).ToListAsync(cancel);
        return [.. clocks.OrderBy(c => c.StoppedAt is not null).ThenBy(c => c.DueAt).Select(FaceOf)];
    }

    /// <summary>The running clock of each of several records that waits for something to happen, the soonest of each.</summary>
    /// <param name="until">The event that is waited for: a record may have clocks of several kinds.</param>
    public async Task<IReadOnlyDictionary<Guid, ClockFace>> RunningAsync(IReadOnlyCollection<Guid> records, string until, CancellationToken cancel)
    {
        if (records.Count == 0)
            return new Dictionary<Guid, ClockFace>();
        // By record alone, of which each has a few: asked for running ones too, SQLite goes through all clocks that ever ran on.
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => records.Contains(c.About)).ToListAsync(cancel);
        return clocks.Where(c => c.IsRunning && book.WaitsFor(c.Rule, until)).GroupBy(c => c.About).ToDictionary(g => g.Key, g => FaceOf(g.MinBy(c => c.DueAt)!));
    }

    /// <summary>Which of several records met what a clock waited for only after its deadline.</summary>
    /// <param name="until">The event that was waited for.</param>
    public async Task<IReadOnlySet<Guid>> MetLateAsync(IReadOnlyCollection<Guid> records, string until, CancellationToken cancel)
    {
        if (records.Count == 0)
            return new HashSet<Guid>();
        var clocks = await db.Set<Clock>().AsNoTracking().Where(c => c.StoppedAt > c.DueAt && records.Contains(c.About)).Select(c => new { c.About, c.Rule }).ToListAsync(cancel);
        return clocks.Where(c => book.WaitsFor(c.Rule, until)).Select(c => c.About).ToHashSet();
    }

    /// <summary>The running clocks of one kind of record, the soonest due first, each with its record.</summary>
    public async Task<IReadOnlyList<(Id<T> Record, ClockFace Face)>> SoonestAsync<T>(int most, CancellationToken cancel)
    {
        var kind = Kind.NameOf<T>();
        var clocks = await db.Set<Clock>().AsNoTracking()
            .Where(c => c.StoppedAt == null && c.Kind == kind && c.DueAt != null)
            .OrderBy(c => c.DueAt).Take(most)
            .ToListAsync(cancel);
        return [.. clocks.Select(c => (new Id<T>(c.About), FaceOf(c)))];
    }

    public ClockFace FaceOf(Clock clock)
    {
        var rule = book.Find(clock.Rule);
        var norm = rule?.Norm.Text ?? rule?.Norm.Note?.ToString();
        return new ClockFace(clock.DueAt, clock.StoppedAt, rule?.Label.ToString() ?? clock.Rule.Value, norm);
    }
}
