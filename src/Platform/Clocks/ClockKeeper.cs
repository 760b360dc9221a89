using System.Text.Json;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Clocks;

/// <summary>Starts and stops clocks as events happen, in the event's own transaction.</summary>
internal sealed class ClockKeeper(ClockBook book, TimeProvider clock)
{
    public async Task OnAsync(Db db, string name, IEvent happened, CancellationToken cancel)
    {
        if (!book.StoppedBy[name].Any() && !book.StartedBy[name].Any())
            return;
        using var said = JsonDocument.Parse(EventJson.Write(happened));
        var stopped = book.StoppedBy[name].Where(rule => rule.StopsOn(name, property => Says(said, property))).Select(rule => rule.Code).ToList();
        if (stopped.Count > 0)
            await StopAsync(db, stopped, happened, cancel);
        foreach (var rule in book.StartedBy[name].Where(rule => rule.StartsOn(name, property => Says(said, property))))
            await StartAsync(db, rule, happened, said, cancel);
    }

    private async Task StartAsync(Db db, ClockRule rule, IEvent happened, JsonDocument said, CancellationToken cancel)
    {
        var start = clock.GetUtcNow();
        // An event may say since when: a report confirmed at the end of a call runs from its beginning.
        if (said.RootElement.TryGetProperty("since", out var since))
        {
            start = since.GetDateTimeOffset();
            if (await IsDoneAsync(db, rule, happened.About.Id, start, cancel))
                return;
        }
        db.Add(Clock.Start(new Code(rule.Code), happened.About, happened.Under?.Id, start, book.Deadline(rule, start), book.StepAt(rule, 0, start)));
    }

    // The stopping event may be about the clock's own record or about one below it: a referral sent stops its contact's clock.
    private async Task StopAsync(Db db, List<string> rules, IEvent happened, CancellationToken cancel)
    {
        var (about, under) = (happened.About.Id, happened.Under?.Id);
        var running = await db.Set<Clock>().Where(c => c.StoppedAt == null && (c.About == about || c.About == under)).ToListAsync(cancel);
        foreach (var one in running.Where(c => rules.Contains(c.Rule.Value)))
            one.Stop(clock.GetUtcNow());
    }

    // What would stop the clock may have happened between its start and the event that starts it: then nothing is left to wait for.
    private static async Task<bool> IsDoneAsync(Db db, ClockRule rule, Guid record, DateTimeOffset start, CancellationToken cancel)
    {
        string[] stops = [.. rule.Stop];
        var since = await db.Audit
            .Where(e => (e.About == record || e.Under == record) && e.At >= start && stops.Contains(e.Event))
            .Select(e => new { e.Event, e.Data }).ToListAsync(cancel);
        return since.Any(e =>
        {
            using var said = JsonDocument.Parse(e.Data);
            return rule.StopsOn(e.Event, property => Says(said, property));
        });
    }

    private static string? Says(JsonDocument said, string property) =>
        said.RootElement.TryGetProperty(property, out var value) ? value.GetRawText().Trim('"') : null;
}
