using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Audit;

/// <summary>Seals what the audit holds and no seal covers yet. Any number of nodes may do it at once.</summary>
internal sealed class Sealer(IServiceScopeFactory scopes, SealKeys keys, AuditSettings settings, TimeProvider clock)
{
    /// <summary>Seals everything below the horizon, in as many seals as it takes; returns how many rows.</summary>
    public async Task<long> SealNowAsync(CancellationToken cancel)
    {
        long rows = 0;
        while (await SealNextAsync(cancel) is > 0 and var count)
            rows += count;
        return rows;
    }

    private async Task<int> SealNextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var last = await db.Set<Seal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        var from = last?.To ?? 0;
        var horizon = await Horizon.OfAsync(db, cancel);
        if (horizon < from)
            throw new InvalidOperationException("The audit's positions lie below the last seal: run the migration, which starts a new era.");
        var (rows, to) = await RowsAsync(db, from, horizon, cancel);
        if (rows.Count == 0)
            return 0;
        using var key = await keys.NewestAsync(cancel);
        var seal = Make(last, rows, to, key);
        db.Add(seal);
        try
        {
            await db.KeepAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another node sealed the same rows first; anything else is thrown on.
            await using var again = scopes.CreateAsyncScope();
            if (!await again.ServiceProvider.GetRequiredService<Db>().Set<Seal>().AnyAsync(s => s.Number == seal.Number, cancel))
                throw;
            return 0;
        }
        return seal.Count;
    }

    // A transaction is never split between two seals, as the bound is a position: a longer one makes a longer seal.
    private async Task<(List<AuditEntry> Rows, long To)> RowsAsync(Db db, long from, long horizon, CancellationToken cancel)
    {
        var most = settings.RowsInSeal;
        var ordered = db.Audit.Where(e => e.Position >= from && e.Position < horizon).OrderBy(e => e.Position).ThenBy(e => e.Id);
        var rows = await ordered.Take(most + 1).ToListAsync(cancel);
        if (rows.Count <= most)
            return (rows, horizon);
        var (first, cut) = (rows[0].Position, rows[^1].Position);
        if (first == cut)
            return (await ordered.Where(e => e.Position == first).ToListAsync(cancel), first + 1);
        rows.RemoveAll(r => r.Position == cut);
        return (rows, cut);
    }

    private Seal Make(Seal? last, List<AuditEntry> rows, long to, SealKey key)
    {
        var bytes = new CanonicalBytes();
        var leaves = rows.ConvertAll(row => Leaf.Of(row, bytes));
        var now = clock.GetUtcNow();
        var head = new SealHead(
            (last?.Number ?? 0) + 1,
            last?.To ?? 0,
            to,
            rows.Count,
            (last?.Total ?? 0) + rows.Count,
            MerkleTree.RootOf(leaves),
            Leaf.HashOf(Leaf.Pack(leaves)),
            last?.Head().Hash() ?? SealHead.NoPrevious,
            DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            key.Version,
            key.Id);
        return head.ToSeal(key.Sign(head), Leaf.Pack(leaves));
    }
}
