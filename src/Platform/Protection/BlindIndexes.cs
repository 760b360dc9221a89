using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection;

/// <summary>Makes blind indexes: one to store, or all under which a value may have been stored.</summary>
/// <remarks>Names and other guessable values are never indexed: whoever held the key could try them all. The keys are read from the
/// database at each use, some three rows by name: a node that searched with a key another has replaced would miss an earlier call.</remarks>
public sealed class BlindIndexes
{
    private readonly IServiceScopeFactory _scopes;
    private readonly MasterKeyWrap _wrap;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, IndexKey> _opened = [];

    internal BlindIndexes(IServiceScopeFactory scopes, MasterKeyWrap wrap, TimeProvider clock) => (_scopes, _wrap, _clock) = (scopes, wrap, clock);

    /// <summary>The index to store, by the newest key.</summary>
    public async Task<BlindIndex> OfAsync(string field, string value, CancellationToken cancel) => (await NewestAsync(cancel)).Of(field, value);

    /// <summary>Every index under which the value may lie: while keys are rotated there are two.</summary>
    public async Task<IReadOnlyList<BlindIndex>> AllOfAsync(string field, string value, CancellationToken cancel)
    {
        var keys = await AliveAsync(cancel);
        return [.. (keys.Count > 0 ? keys : [await MakeFirstAsync(cancel)]).Select(key => key.Of(field, value))];
    }

    /// <summary>A telephone number's digits with the country's prefix taken off, so that however it was typed it is found.</summary>
    public static string Telephone(string typed, string countryPrefix)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length > 9 && digits.StartsWith(countryPrefix, StringComparison.Ordinal) ? digits[countryPrefix.Length..] : digits;
    }

    /// <summary>The newest key; the first is made when there is none.</summary>
    internal async Task<IndexKey> NewestAsync(CancellationToken cancel) =>
        (await AliveAsync(cancel)).FirstOrDefault() ?? await MakeFirstAsync(cancel);

    /// <summary>The next version, to be saved with whatever else the caller saves.</summary>
    internal async Task<StoredKey> MakeNextAsync(CancellationToken cancel)
    {
        var newest = (await AliveAsync(cancel)).FirstOrDefault();
        return IndexKey.Make((newest?.Version ?? 0) + 1).Store(_wrap, _clock.GetUtcNow());
    }

    /// <summary>Opens the keys there are, so that they are in memory if one day they cannot be opened.</summary>
    internal async Task RememberAsync(CancellationToken cancel) => await AliveAsync(cancel);

    // Newest first.
    private async Task<IReadOnlyList<IndexKey>> AliveAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<Db>().Set<StoredKey>().AsNoTracking()
            .Where(k => k.Name.StartsWith(IndexKey.NamePrefix))
            .OrderByDescending(k => k.Name)
            .ToListAsync(cancel);
        var alive = stored.Select(Open).OfType<IndexKey>().ToList();
        if (alive.Count == 0 && stored.Count > 0)
            alive = [.. _opened.Values.OrderByDescending(k => k.Version)];
        return alive.Count > 0 || stored.Count == 0 ? alive : throw new CryptographicException("The keys for blind indexes are under another master key.");
    }

    // A node that was forgotten when the master key was rotated goes on with the keys it had: a call must be taken.
    private IndexKey? Open(StoredKey stored)
    {
        try
        {
            return _opened[stored.Name] = IndexKey.Read(stored, _wrap);
        }
        catch (CryptographicException)
        {
            return _opened.GetValueOrDefault(stored.Name);
        }
    }

    private async Task<IndexKey> MakeFirstAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var key = IndexKey.Make(1);
        db.Add(key.Store(_wrap, _clock.GetUtcNow()));
        try
        {
            await db.KeepAsync(cancel);
            return _opened[IndexKey.NameOf(key.Version)] = key;
        }
        catch (DbUpdateException)
        {
            // Another node made it first: its key counts.
            if ((await AliveAsync(cancel)).FirstOrDefault() is { } theirs)
                return theirs;
            throw;
        }
    }
}
