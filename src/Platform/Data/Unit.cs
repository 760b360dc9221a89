using Amparo.Platform.Acts;
using Amparo.Platform.Audit;
using Amparo.Platform.Events;
using Amparo.Platform.Outbox;

namespace Amparo.Platform.Data;

/// <summary>What one save writes besides the state: audit rows, outbox rows, the posted key, the message it takes off.</summary>
internal sealed record Unit(IReadOnlyList<AuditEntry> Audit, IReadOnlyList<OutboxMessage> Outbox, PostedOnce? Posted, long? Delivered)
{
    public static readonly Unit Empty = new([], [], null, null);
}

/// <summary>Turns events into the rows of a unit.</summary>
internal sealed class Units(Modules modules, TimeProvider clock)
{
    public Unit For(Db db, IReadOnlyList<IEvent> events)
    {
        var now = clock.GetUtcNow();
        var audit = new AuditEntry[events.Count];
        List<OutboxMessage> outbox = [];
        for (var i = 0; i < events.Count; i++)
        {
            var type = modules.EventsByType[events[i].GetType()];
            var data = EventJson.Write(events[i]);
            var about = events[i].About;
            audit[i] = new AuditEntry
            {
                // Rows of one transaction may share a position: their ids keep the order in which they followed from each other.
                Id = Guid.CreateVersion7(now.AddMilliseconds(i)),
                At = now,
                By = db.Acting.By,
                Agency = db.Acting.Agency?.Value,
                Event = type.Name,
                Kind = about.Kind,
                About = about.Id,
                Under = events[i].Under?.Id,
                Data = data,
            };
            foreach (var after in type.Afters)
                outbox.Add(new OutboxMessage { Event = type.Name, Handler = after.Handler, Data = data, At = now, DueAt = now });
        }
        return new Unit(audit, outbox, PostedFor(db, events[0].About, now), db.Delivering);
    }

    private static PostedOnce? PostedFor(Db db, Subject about, DateTimeOffset now) => db.Posting is not { } key ? null : new PostedOnce
    {
        User = db.Acting.By ?? Guid.Empty,
        Key = key,
        Kind = about.Kind,
        About = about.Id,
        At = now,
    };
}
