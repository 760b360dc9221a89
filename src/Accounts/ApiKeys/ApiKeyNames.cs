using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.ApiKeys;

/// <summary>Names the program that acted by a key, also when the key has gone.</summary>
internal sealed class ApiKeyNames(Db db) : IStandIns
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new ApiKeyId(id)).ToList();
        return await db.ApiKeys.AsNoTracking().Where(k => keys.Contains(k.Id)).Select(k => new { k.Id, k.Name }).ToDictionaryAsync(k => k.Id.Value, k => k.Name, cancel);
    }
}
