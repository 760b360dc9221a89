using System.Text;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Platform.Audit;

/// <summary>The file outside the database that keeps every seal's head, one JSON line each, for someone else to hold or fetch.</summary>
/// <remarks>It proves as much as it is out of reach of who could change the database: an append-only mount, another machine that fetches
/// it, a second agency. A line once written is never changed; a head missed in a crash is written at the next turn.</remarks>
internal sealed class Anchor(IServiceScopeFactory scopes, SealKeys keys, AuditSettings settings)
{
    private const int AtOnce = 100;

    /// <summary>Appends the heads that the anchor lacks; does nothing without an anchor.</summary>
    /// <exception cref="InvalidOperationException">The anchor knows another chain than the database: nothing is appended.</exception>
    /// <exception cref="IOException">The file is not writable, or another node is writing it at this moment.</exception>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        if (settings.Anchor is not { } path)
            return;
        await using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var last = await LastLineAsync(file, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var known = await keys.AllAsync(db, cancel);
        await CheckAsync(db, last, cancel);
        while (await NextAsync(db, last?.Number ?? 0, cancel) is { Count: > 0 } seals)
        {
            last = Append(file, seals, last, known);
            // Through the system's cache to the disk: a head the holder has seen must not be lost again.
            file.Flush(flushToDisk: true);
        }
        foreach (var key in known.Values)
            key.Dispose();
    }

    private static AnchorLine? Append(FileStream file, List<Seal> seals, AnchorLine? last, IReadOnlyDictionary<int, SealKey> known)
    {
        foreach (var seal in seals)
        {
            if (!known.TryGetValue(seal.KeyVersion, out var key))
                throw new InvalidOperationException($"Seal {seal.Number} is signed with a key that the master key does not open.");
            var line = AnchorLine.Of(seal, key);
            if (last is not null && !line.Previous.AsSpan().SequenceEqual(last.Hash))
                throw Differs(seal.Number);
            file.Write(Encoding.UTF8.GetBytes($"{line}\n"));
            last = line;
        }
        return last;
    }

    private static async Task CheckAsync(Db db, AnchorLine? last, CancellationToken cancel)
    {
        if (last is null)
            return;
        var same = await db.Set<Seal>().AsNoTracking().FirstOrDefaultAsync(s => s.Number == last.Number, cancel);
        if (same is null || !same.Head().Hash().AsSpan().SequenceEqual(last.Hash))
            throw Differs(last.Number);
    }

    private static InvalidOperationException Differs(long number) =>
        new($"The anchor holds another seal {number} than the database. Verify the audit; after a restore that lost seals, begin a new anchor and keep the old one.");

    private static Task<List<Seal>> NextAsync(Db db, long after, CancellationToken cancel) =>
        db.Set<Seal>().AsNoTracking().Where(s => s.Number > after).OrderBy(s => s.Number).Take(AtOnce).ToListAsync(cancel);

    // Reads from the end, however long the file is. A line torn by a crash is closed and passed over.
    private static async Task<AnchorLine?> LastLineAsync(FileStream file, CancellationToken cancel)
    {
        const int window = 64 * 1024;
        var length = (int)Math.Min(window, file.Length);
        var tail = new byte[length];
        file.Seek(-length, SeekOrigin.End);
        await file.ReadExactlyAsync(tail, cancel);
        if (length > 0 && tail[^1] != '\n')
            file.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(tail).Split('\n').Reverse().Select(AnchorLine.TryRead).FirstOrDefault(l => l is not null);
    }
}
