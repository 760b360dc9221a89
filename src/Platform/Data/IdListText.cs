using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Amparo.Platform.Data;

/// <summary>A short list of ids in one column, for lists that are read whole and never searched.</summary>
public sealed class IdListText<T>() : ValueConverter<IReadOnlyList<Id<T>>, string>(ids => Write(ids), text => Read(text))
{
    public static ValueComparer<IReadOnlyList<Id<T>>> Comparer { get; } = new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
        ids => ids.Aggregate(0, (hash, id) => HashCode.Combine(hash, id)),
        ids => ids.ToArray());

    private static string Write(IReadOnlyList<Id<T>> ids) => string.Join(' ', ids);

    private static IReadOnlyList<Id<T>> Read(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Id<T>.Parse(id, null))];
}
