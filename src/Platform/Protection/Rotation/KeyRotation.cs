namespace Amparo.Platform.Protection.Rotation;

/// <summary>Rotates the master key and every key under it. It may be stopped at any moment and begun again: it goes on where it stopped.</summary>
/// <remarks>First, in one transaction, all keys go under the new master key and a new one of each sort is made. Then the fields follow,
/// row by row, while people work; until the last has, fields open and are found under old and new keys alike.</remarks>
public sealed class KeyRotation
{
    // A row is left behind only when somebody saved it in the very moment: that does not happen many times in a row.
    private const int MostPasses = 10;

    private readonly StoredKeys _keys;
    private readonly Resealing _resealing;
    private readonly RotationSettings _settings;
    private readonly TimeProvider _clock;

    internal KeyRotation(StoredKeys keys, Resealing resealing, RotationSettings settings, TimeProvider clock) =>
        (_keys, _resealing, _settings, _clock) = (keys, resealing, settings, clock);

    /// <summary>Whether the master key opens any key of the database, or there is none yet.</summary>
    public Task<bool> OpensAsync(CancellationToken cancel) => _keys.OpensAsync(cancel);

    /// <summary>Rotates, or goes on with a rotation that was interrupted.</summary>
    /// <param name="said">Is told what was done, step by step.</param>
    /// <param name="cancel">Stops between two batches; nothing is lost.</param>
    /// <exception cref="KeyRotationException">The master keys are not the right ones; nothing was changed.</exception>
    public async Task<RotationReport> RotateAsync(Action<RotationStep>? said, CancellationToken cancel)
    {
        var begun = await _keys.BegunAsync(cancel);
        // Before anything is changed: a column of which nobody knows how it is bound stops it here.
        var tables = _resealing.Tables();
        if (begun is null)
            await _keys.RotateAsync(cancel);
        else
            await _keys.CatchUpAsync(cancel);
        said?.Invoke(new RotationStep(begun is null ? RotationStage.Rotated : RotationStage.GoesOn, null, 0));
        await SettleAsync(begun ?? _clock.GetUtcNow(), cancel);
        var newest = await _resealing.NewestAsync(cancel);
        var rows = await ResealAsync(tables, newest, said, cancel);
        await _keys.CatchUpAsync(cancel);
        var left = 0L;
        foreach (var table in tables)
            left += await _resealing.CountStaleAsync(table, newest, cancel);
        return new RotationReport(rows, left, await _keys.FinishAsync(newest.Index.Version, rows, left, cancel));
    }

    private async Task<long> ResealAsync(IReadOnlyList<SealedTable> tables, NewestKeys newest, Action<RotationStep>? said, CancellationToken cancel)
    {
        var rows = 0L;
        foreach (var table in tables)
        {
            long changed, all = 0;
            var pass = 0;
            do
            {
                changed = await _resealing.GoThroughAsync(table, newest, cancel);
                all += changed;
            }
            while (changed > 0 && ++pass < MostPasses);
            rows += all;
            said?.Invoke(new RotationStep(RotationStage.Resealed, table.Name, all));
        }
        return rows;
    }

    private async Task SettleAsync(DateTimeOffset begun, CancellationToken cancel)
    {
        var rest = begun + _settings.Settle - _clock.GetUtcNow();
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, TimeProvider.System, cancel);
    }
}

public enum RotationStage
{
    Rotated,
    GoesOn,
    Resealed,
}

/// <summary>A step that was done.</summary>
/// <param name="Table">Whose rows were put under the new keys.</param>
/// <param name="Rows">How many.</param>
public sealed record RotationStep(RotationStage Stage, string? Table, long Rows);

/// <summary>What a rotation did.</summary>
/// <param name="Rows">Rows put under the new keys.</param>
/// <param name="Left">Rows that are not: somebody went on saving them with old keys, or no key opens them.</param>
/// <param name="Retired">Old keys for blind indexes that no row needed any more.</param>
public sealed record RotationReport(long Rows, long Left, int Retired);
