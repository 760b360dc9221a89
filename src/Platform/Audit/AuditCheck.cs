using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Platform.Audit;

/// <summary>One verification: seals and rows are read side by side in the order of positions, one seal in memory at a time.</summary>
internal sealed class AuditCheck(Db rows, Db seals, IReadOnlyDictionary<int, SealKey> keys, AnchorReader? anchor)
{
    private readonly AuditFindings _findings = new();
    private long _rows;
    private long _sealed;
    private long _anchored;
    private long _seals;

    public async Task<AuditReport> RunAsync(CancellationToken cancel)
    {
        var lastNumber = await seals.Set<Seal>().MaxAsync(s => (long?)s.Number, cancel) ?? 0;
        var anchored = new AnchorCheck(anchor, _findings);
        await anchored.StartAsync(cancel);
        // Opened after the last seal is known, so that every row it covers is seen.
        await using var row = rows.Audit.OrderBy(e => e.Position).ThenBy(e => e.Id).AsAsyncEnumerable().GetAsyncEnumerator(cancel);
        var reader = new RowReader(row);
        await reader.MoveAsync();
        SealHead? previous = null;
        await foreach (var seal in seals.Set<Seal>().AsNoTracking().Where(s => s.Number <= lastNumber).OrderBy(s => s.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var head = seal.Head();
            CheckHead(seal, head, previous);
            var isAnchored = await anchored.HoldsAsync(head, head.Hash(), cancel);
            await CheckRowsAsync(seal, reader, isAnchored);
            previous = head;
            _seals++;
        }
        await anchored.FinishAsync(previous?.Number ?? 0, previous?.Total ?? 0, cancel);
        long notYetSealed = 0;
        for (; reader.Row is not null; await reader.MoveAsync())
            notYetSealed++;
        _rows += notYetSealed;
        return new AuditReport(_findings.Listed, _findings.InAll, _rows, _sealed, notYetSealed, _anchored, _sealed - _anchored, _seals);
    }

    private void CheckHead(Seal seal, SealHead head, SealHead? previous)
    {
        var expected = (previous?.Number ?? 0) + 1;
        if (seal.Number != expected)
            Add(AuditFault.SealMissing, expected, seal.Number == expected + 1 ? $"Seal {expected} is missing." : $"Seals {expected} to {seal.Number - 1} are missing.");
        else if (!seal.Previous.AsSpan().SequenceEqual(previous?.Hash() ?? SealHead.NoPrevious) || seal.From != (previous?.To ?? 0))
            Add(AuditFault.ChainBroken, seal.Number, $"Seal {seal.Number} does not follow on the seal before it.");
        else if (seal.Total != (previous?.Total ?? 0) + seal.Count)
            Add(AuditFault.ChainBroken, seal.Number, $"Seal {seal.Number} counts {seal.Total} rows in all, which does not follow from the seal before it.");
        if (!keys.TryGetValue(seal.KeyVersion, out var key))
            Add(AuditFault.SignatureWrong, seal.Number, $"Seal {seal.Number} is signed with key {seal.KeyVersion}, which the master key does not open.");
        else if (!key.HasSigned(head, seal.Signature))
            Add(AuditFault.SignatureWrong, seal.Number, $"The signature of seal {seal.Number} is wrong.");
    }

    private async Task CheckRowsAsync(Seal seal, RowReader reader, bool isAnchored)
    {
        var check = new SealedRows(seal);
        long uncovered = 0;
        for (; reader.Row is { } row && row.Position < seal.To; await reader.MoveAsync())
        {
            _rows++;
            if (row.Position < seal.From)
                uncovered++;
            else
                check.Add(row);
        }
        if (uncovered > 0)
            Add(AuditFault.RowInserted, seal.Number, $"{uncovered} rows before position {seal.From} belong to no seal.");
        check.Finish(_findings);
        _sealed += check.Listed;
        _anchored += isAnchored ? check.Listed : 0;
    }

    private void Add(AuditFault fault, long seal, string sentence) => _findings.Add(new AuditFinding(fault, sentence, seal));

    private sealed class RowReader(IAsyncEnumerator<AuditEntry> rows)
    {
        public AuditEntry? Row { get; private set; }

        public async Task MoveAsync() => Row = await rows.MoveNextAsync() ? rows.Current : null;
    }
}
