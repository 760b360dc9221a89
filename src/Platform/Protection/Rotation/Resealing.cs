using System.Security.Cryptography;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Protection.Rotation;

/// <summary>Puts sealed words and blind indexes under the newest keys while people work: a row is changed only if it still holds what was
/// read, its version stays, and whoever has it open loses nothing.</summary>
internal sealed class Resealing(IServiceScopeFactory scopes, Modules modules, Seals seals, BlindIndexes indexes, Pack pack, IWriteLane lane, RotationSettings settings)
{
    public IReadOnlyList<SealedTable> Tables()
    {
        using var scope = scopes.CreateScope();
        return SealedModel.Of(scope.ServiceProvider.GetRequiredService<Db>().Model, modules);
    }

    public async Task<NewestKeys> NewestAsync(CancellationToken cancel) => new(seals.NewestKey(), await indexes.NewestAsync(cancel));

    /// <summary>Goes through the stale rows of a table once; returns how many it changed. What was edited meanwhile waits for the next time.</summary>
    public async Task<long> GoThroughAsync(SealedTable table, NewestKeys newest, CancellationToken cancel)
    {
        long changed = 0;
        object[]? after = null;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var keys = await ReadAsync(db, table.Stale(newest, after, settings.Batch), cancel);
            List<Statement> swaps = [];
            foreach (var key in keys)
            {
                if (await db.FindAsync(table.Entity, table.KeyOf(key), cancel) is { } record && Reseal(table, key, record, newest) is { } swap)
                    swaps.Add(swap);
            }
            changed += await lane.SwapAsync(db, swaps, cancel);
            after = keys.Count < settings.Batch ? null : keys[^1];
            if (after is not null)
                await Task.Delay(settings.Rest, TimeProvider.System, cancel);
        }
        while (after is not null);
        return changed;
    }

    public async Task<long> CountStaleAsync(SealedTable table, NewestKeys newest, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return Convert.ToInt64((await ReadAsync(scope.ServiceProvider.GetRequiredService<Db>(), table.CountStale(newest), cancel))[0][0], null);
    }

    /// <summary>The change that puts a row under the newest keys; null when nothing in it can be.</summary>
    internal Statement? Reseal(SealedTable table, object[] key, object record, NewestKeys newest)
    {
        Dictionary<string, ColumnChange> changes = [];
        foreach (var column in table.Columns)
        {
            var value = column.Read(record);
            if (value.IsEmpty || CipherHead.KeyOf(value.Cipher) == newest.Ring || Open(column, record) is not { } words)
                continue;
            var (subject, field) = column.Binding(record);
            changes[column.Name] = new ColumnChange(column.Name, value.Cipher, seals.Seal(subject, field, words).Cipher);
        }
        foreach (var column in table.Indexes)
        {
            if (column.Read(record) is not { } index || index.Version == newest.Index.Version || Open(column.Of, record) is not { } words)
                continue;
            var value = column.Normal(words, pack);
            if (value.Length == 0)
                continue;
            changes[column.Name] = new ColumnChange(column.Name, index.Bytes, newest.Index.Of(column.Of.Property, value).Bytes);
            // The index must be of the words that are there, even if they need no new key themselves.
            changes.TryAdd(column.Of.Name, new ColumnChange(column.Of.Name, column.Of.Read(record).Cipher, null));
        }
        return changes.Values.Any(c => c.To is not null) ? table.Swap(key, [.. changes.Values]) : null;
    }

    // What no key opens stays as it is, and is counted in the end: it must not stop the others.
    private string? Open(SealedColumn column, object record)
    {
        var (subject, field) = column.Binding(record);
        try
        {
            return seals.Open(subject, field, column.Read(record)) is { Length: > 0 } words ? words : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

#pragma warning disable RS0030 // Keys are read as the database holds them and orders them, whatever their types.
    private static async Task<List<object[]>> ReadAsync(Db db, Statement statement, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = statement.On(db.Database.GetDbConnection());
            await using var reader = await command.ExecuteReaderAsync(cancel);
            List<object[]> rows = [];
            while (await reader.ReadAsync(cancel))
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
#pragma warning restore RS0030
}
