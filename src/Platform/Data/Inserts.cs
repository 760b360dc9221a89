using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Amparo.Platform.Data;

/// <summary>The new records of a unit that has nothing else to save: written by <see cref="InsertPlan"/> without EF.</summary>
internal static class Inserts
{
    /// <summary>The new records; null when the unit changes or removes something, or has a record that only EF can write.</summary>
    /// <remarks>All or nothing: a unit never goes both ways, so the order of its statements is of no concern. None of the planned types
    /// refers to another by a foreign key.</remarks>
    public static IReadOnlyList<Insert>? Of(ChangeTracker tracker)
    {
        List<Insert> inserts = [];
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.State != EntityState.Added || InsertPlan.Of(entry.Metadata) is not { } plan)
                return null;
            inserts.Add(new Insert(plan, entry));
        }
        return inserts;
    }
}

/// <summary>One new record and how it is written.</summary>
internal readonly record struct Insert(InsertPlan Plan, EntityEntry Entry);
