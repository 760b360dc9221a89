using Amparo.Platform.Permissions;

namespace Amparo.Platform.Events;

/// <summary>Who the ids are that the audit names: people, and what stands in for them.</summary>
public sealed class Actors(IStaff staff, IEnumerable<IStandIns> standIns)
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> by, CancellationToken cancel)
    {
        var ids = by.OfType<Guid>().Distinct().ToList();
        var names = (await staff.FindAsync([.. ids.Select(id => new UserId(id))], cancel)).ToDictionary(m => m.Key.Value, m => m.Value.Name);
        foreach (var kind in names.Count == ids.Count ? [] : standIns)
        {
            foreach (var (id, name) in await kind.NamesAsync([.. ids.Where(id => !names.ContainsKey(id))], cancel))
                names[id] = name;
        }
        return names;
    }
}
