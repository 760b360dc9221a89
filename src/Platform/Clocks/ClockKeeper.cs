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
        if (book.StoppedBy[name].Any())
            await StopAsync(db, name, happened, cancel);
        foreach (var rule in book.StartedBy[name])
            Start(db, rule, happened);
    }

    private void Start(Db db, ClockRule rule, IEvent happened)
    {
        using var data = JsonDocument.Parse(EventJson.Write(happened));
        if (!rule.StartsOn(rule.Start, property => data.RootElement.TryGetProperty(property, out var value) ? value.GetRawText().Trim('"') : null))
            return;
        // An event may say since when: a report confirmed at the end of a call runs from its beginning.
        var start = data.RootElement.TryGetProperty("since", out var since) ? since.GetDateTimeOffset() : clock.GetUtcNow();
        db.Add(Clock.Start(new Code(rule.Code), happened.About, happened.Under?.Id, start, book.Deadline(rule, start), book.StepAt(rule, 0, start)));
    }

    // The stopping event may be about the clock's own record or about one below it: a referral sent stops its contact's clock.
    private async Task StopAsync(Db db, string name, IEvent happened, CancellationToken cancel)
    {
        var (about, under) = (happened.About.Id, happened.Under?.Id);
        var running = await db.Set<Clock>().Where(c => c.StoppedAt == null && (c.About == about || c.About == under)).ToListAsync(cancel);
        foreach (var one in running.Where(c => book.StoppedBy[name].Any(rule => rule.Code == c.Rule.Value)))
            one.Stop(clock.GetUtcNow());
    }
}
