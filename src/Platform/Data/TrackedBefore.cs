using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Amparo.Platform.Data;

/// <summary>What a context tracked before an event was answered, so that after a failed save trying again answers it afresh, not twice.</summary>
internal sealed class TrackedBefore(ChangeTracker tracker)
{
    private readonly Dictionary<object, (EntityState State, PropertyValues Values)> _entries = tracker.Entries()
        .ToDictionary(e => e.Entity, e => (e.State, e.CurrentValues.Clone()), ReferenceEqualityComparer.Instance);

    public void PutBack()
    {
        foreach (var entry in tracker.Entries().ToList())
        {
            if (!_entries.TryGetValue(entry.Entity, out var before))
            {
                entry.State = EntityState.Detached;
                continue;
            }
            if (entry.State != before.State)
                entry.State = before.State;
            entry.CurrentValues.SetValues(before.Values);
        }
    }
}
