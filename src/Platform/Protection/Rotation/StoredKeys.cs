using System.Security.Cryptography;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection.Rotation;

/// <summary>All keys in the database, and their way from one master key to the next.</summary>
internal sealed class StoredKeys(
    IServiceScopeFactory scopes, Masters masters, MasterKeyWrap wrap, KeyRing ring, BlindIndexes indexes, SealKeys signing, Modules modules)
{
    private readonly MasterKeyWrap _present = new(new Masters(masters.Present, null));

    public MasterKey Present => masters.Present;

    /// <summary>Whether the master keys of this node open any key there is, if there is one.</summary>
    public Task<bool> OpensAsync(CancellationToken cancel) => InAsync(async db =>
    {
        var keys = await db.Set<StoredKey>().AsNoTracking().ToListAsync(cancel);
        return keys.Count == 0 || keys.Exists(k => k.OpensWith(wrap));
    });

    /// <summary>When the rotation to the present master key began that is under way or done; null when it has not begun.</summary>
    /// <exception cref="KeyRotationException">The two master keys are not the ones they should be.</exception>
    public Task<DateTimeOffset?> BegunAsync(CancellationToken cancel) => InAsync(async db =>
    {
        if (masters.Previous is not { } previous)
            throw new KeyRotationException("Name the master key used until now too: --previous-master-key-file. Nothing was changed.");
        if (previous.Id == masters.Present.Id)
            throw new KeyRotationException("The new and the previous master key are the same. Make a new one with: amparo key new. Nothing was changed.");
        var keys = await db.Set<StoredKey>().AsNoTracking().ToListAsync(cancel);
        if (keys.Count == 0)
            throw new KeyRotationException("This database has no keys yet: serve it with the new master key. Nothing was changed.");
        if (keys.Where(k => !k.OpensWith(wrap)).Select(k => k.Name).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } strange)
        {
            throw new KeyRotationException(
                $"Neither master key opens {string.Join(", ", strange)}. Is the previous one the key the program was served with until now? Nothing was changed.");
        }
        if (await LastAsync(db, cancel) is { } begun)
            return begun;
        if (await WasUsedAsync(db, cancel))
            throw new KeyRotationException("The master key named as new was in use before. Have the two been mixed up? Else make a new one with: amparo key new. Nothing was changed.");
        if (keys.TrueForAll(k => k.OpensWith(_present)))
            throw new KeyRotationException("Every key is under the master key named as new already, though nothing was rotated. Have the two been mixed up? Nothing was changed.");
        return (DateTimeOffset?)null;
    });

    /// <summary>Puts every key under the present master key and makes a new one of each sort, all in one transaction.</summary>
    /// <exception cref="KeyRotationException">Somebody else rotates at this moment.</exception>
    public async Task RotateAsync(CancellationToken cancel)
    {
        try
        {
            StoredKey[] made = [ring.MakeKey(), await indexes.MakeNextAsync(cancel), await signing.MakeNextAsync(cancel)];
            await InAsync(async db =>
            {
                var rewrapped = await RewrapAsync(db, cancel);
                db.AddRange(made);
                await db.RecordAsync(new KeyRotated(Present.Id, masters.Previous!.Id, rewrapped, IndexKey.VersionOf(made[1].Name)), cancel);
                return true;
            });
        }
        catch (Exception failure) when (failure is DbUpdateException or CryptographicException)
        {
            // Two rotations make keys of the same names, so that the database takes one of them; or the other was done meanwhile.
            throw new KeyRotationException("Somebody else rotates the keys at this moment. Nothing was changed: wait for them.");
        }
        ring.Renew();
    }

    /// <summary>Puts under the present master key what a node saved under the previous one meanwhile; returns how many.</summary>
    public Task<int> CatchUpAsync(CancellationToken cancel) => InAsync(async db =>
    {
        var rewrapped = await RewrapAsync(db, cancel);
        await db.KeepAsync(cancel);
        return rewrapped;
    });

    /// <summary>Takes away the older keys for blind indexes when no row needs them, and records the end.</summary>
    public Task<int> FinishAsync(byte newest, long rows, long left, CancellationToken cancel) => InAsync(async db =>
    {
        var keys = await db.Set<StoredKey>().Where(k => k.Name.StartsWith(IndexKey.NamePrefix)).ToListAsync(cancel);
        var older = left > 0 ? [] : keys.Where(k => IndexKey.VersionOf(k.Name) < newest).ToList();
        db.RemoveRange(older);
        if (rows > 0 || older.Count > 0 || !await HasEndedAsync(db, cancel))
            await db.RecordAsync(new FieldsResealed(Present.Id, rows, left, older.Count), cancel);
        return older.Count;
    });

    private async Task<int> RewrapAsync(Db db, CancellationToken cancel)
    {
        var old = (await db.Set<StoredKey>().ToListAsync(cancel)).Where(k => !k.OpensWith(_present)).ToList();
        old.ForEach(k => k.Rewrap(wrap));
        return old.Count;
    }

    // The last rotation on record, if it was to the present master key.
    private async Task<DateTimeOffset?> LastAsync(Db db, CancellationToken cancel)
    {
        var name = modules.EventsByType[typeof(KeyRotated)].Name;
        var last = await db.Audit.Where(e => e.Event == name).OrderByDescending(e => e.Position).Select(e => new { e.About, e.At }).FirstOrDefaultAsync(cancel);
        return last?.About == Present.Id ? last.At : null;
    }

    private Task<bool> WasUsedAsync(Db db, CancellationToken cancel)
    {
        var (name, master) = (modules.EventsByType[typeof(KeyRotated)].Name, Present.Id);
        return db.Audit.AnyAsync(e => e.Event == name && (e.About == master || e.Under == master), cancel);
    }

    private async Task<bool> HasEndedAsync(Db db, CancellationToken cancel)
    {
        var (name, master, begun) = (modules.EventsByType[typeof(FieldsResealed)].Name, Present.Id, await LastAsync(db, cancel));
        return await db.Audit.AnyAsync(e => e.Event == name && e.About == master && e.At >= begun, cancel);
    }

    private async Task<T> InAsync<T>(Func<Db, Task<T>> workAsync)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await workAsync(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
