using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Audit;

/// <summary>The keys that sign seals: the newest signs, the older ones stay to verify with.</summary>
internal sealed class SealKeys(IServiceScopeFactory scopes, MasterKeyWrap wrap, TimeProvider clock)
{
    /// <summary>The newest key; the first is made when there is none.</summary>
    public async Task<SealKey> NewestAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await FindNewestAsync(scope, cancel) ?? await MakeAsync(1, cancel);
    }

    /// <summary>Makes the next version: the seals from now on are signed by it.</summary>
    public async Task<SealKey> RotateAsync(CancellationToken cancel)
    {
        using var newest = await NewestAsync(cancel);
        return await MakeAsync(newest.Version + 1, cancel);
    }

    /// <summary>The next version, to be saved with whatever else the caller saves.</summary>
    public async Task<StoredKey> MakeNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var newest = await FindNewestAsync(scope, cancel);
        using var next = SealKey.Make((newest?.Version ?? 0) + 1);
        return next.Store(wrap, clock.GetUtcNow());
    }

    /// <summary>The keys by version that the master key opens; one that somebody else put there is left out.</summary>
    public async Task<IReadOnlyDictionary<int, SealKey>> AllAsync(Db db, CancellationToken cancel)
    {
        Dictionary<int, SealKey> keys = [];
        foreach (var stored in await Stored(db).ToListAsync(cancel))
        {
            if (SealKey.TryRead(stored, wrap) is { } key)
                keys.Add(key.Version, key);
        }
        return keys;
    }

    private async Task<SealKey> MakeAsync(int version, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var key = SealKey.Make(version);
        try
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            db.Add(key.Store(wrap, clock.GetUtcNow()));
            await db.KeepAsync(cancel);
            return key;
        }
        catch (DbUpdateException)
        {
            // Another node made it first: its key counts.
            key.Dispose();
            await using var again = scopes.CreateAsyncScope();
            if (await FindNewestAsync(again, cancel) is { } theirs && theirs.Version >= version)
                return theirs;
            throw;
        }
    }

    private async Task<SealKey?> FindNewestAsync(AsyncServiceScope scope, CancellationToken cancel)
    {
        var stored = await Stored(scope.ServiceProvider.GetRequiredService<Db>()).OrderByDescending(k => k.Name).FirstOrDefaultAsync(cancel);
        return stored is null ? null : SealKey.Read(stored, wrap);
    }

    private static IQueryable<StoredKey> Stored(Db db) => db.Set<StoredKey>().AsNoTracking().Where(k => k.Name.StartsWith(SealKey.NamePrefix));
}
