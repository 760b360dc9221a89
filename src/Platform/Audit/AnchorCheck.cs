namespace Amparo.Platform.Audit;

/// <summary>Holds the seals against the anchor, both read once in the order of their numbers.</summary>
internal sealed class AnchorCheck(AnchorReader? anchor, AuditFindings findings)
{
    private AnchorLine? _next;
    private AnchorLine? _last;
    private int _torn;
    private bool _differs;

    public Task StartAsync(CancellationToken cancel) => MoveAsync(cancel);

    /// <summary>Whether the anchor holds just this seal.</summary>
    public async Task<bool> HoldsAsync(SealHead head, byte[] hash, CancellationToken cancel)
    {
        while (_next is { } earlier && earlier.Number < head.Number)
            await MoveAsync(cancel);
        if (_next is not { } line || line.Number != head.Number)
            return false;
        await MoveAsync(cancel);
        if (line.Hash.AsSpan().SequenceEqual(hash))
            return true;
        // Every later seal differs too, as it binds this one: one finding says it.
        if (!_differs)
            findings.Add(new AuditFinding(
                AuditFault.Resealed,
                $"Seal {head.Number} is not the one the anchor holds: from here on the rows were sealed and signed anew.",
                head.Number,
                head.From));
        _differs = true;
        return false;
    }

    /// <summary>Whatever the anchor still holds is later than the last seal.</summary>
    public async Task FinishAsync(long lastSeal, long sealedRows, CancellationToken cancel)
    {
        AnchorLine? latest = null;
        while (_next is { } line)
        {
            if (line.Number > lastSeal)
                latest = line;
            await MoveAsync(cancel);
        }
        if (_torn > 0)
            findings.Add(new AuditFinding(AuditFault.AnchorUnsound, $"The anchor ends in {_torn} lines that cannot be read."));
        if (latest is not null)
            findings.Add(new AuditFinding(
                AuditFault.Truncated,
                $"The end is cut off: the anchor goes to seal {latest.Number} with {latest.Total} rows up to position {latest.To - 1}, "
                + $"the database only to seal {lastSeal} with {sealedRows} rows.",
                latest.Number));
    }

    private async Task MoveAsync(CancellationToken cancel)
    {
        _next = null;
        while (anchor is not null && await anchor.NextAsync(cancel) is { } read)
        {
            if (read.Line is { } line)
            {
                Check(line);
                _last = _next = line;
                return;
            }
            _torn++;
        }
    }

    // A torn line does no harm when the line after it takes the chain up where it was left: the head was written again.
    private void Check(AnchorLine line)
    {
        var follows = _last is null || line.Previous.AsSpan().SequenceEqual(_last.Hash) && line.Number == _last.Number + 1;
        if (!follows || !line.IsSound)
            findings.Add(new AuditFinding(
                AuditFault.AnchorUnsound, $"Line {anchor!.LineNumber} of the anchor (seal {line.Number}) does not agree with itself or with the line before."));
        _torn = 0;
    }
}
