using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Amparo.Platform.Data;

/// <summary>A record that two people may change at once: its version is raised at each save, and a save from an older one is a conflict.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A table of the program's own bookkeeping, which may be saved without an event. A test lists them all: a new one needs a reason there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BookkeepingAttribute : Attribute
{
    internal static bool Marks(Type type) => IsDefined(type, typeof(BookkeepingAttribute), inherit: false);
}

internal static class Versions
{
    // From the original value, so that trying again after a failure does not count twice.
    public static void Raise(ChangeTracker tracker) => Set(tracker, original => original + 1);

    public static void PutBack(ChangeTracker tracker) => Set(tracker, original => original);

    private static void Set(ChangeTracker tracker, Func<int, int> version)
    {
        foreach (var entry in tracker.Entries<IVersioned>())
        {
            if (entry.State != EntityState.Modified)
                continue;
            var property = entry.Property(v => v.Version);
            property.CurrentValue = version(property.OriginalValue);
        }
    }
}
