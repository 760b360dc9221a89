using System.Reflection;
using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Protection;

namespace Amparo.Platform.Backup;

/// <summary>Copies the database into one checked file, while it is in use, and brings it back.</summary>
/// <remarks>The file holds the key ring and the signing keys wrapped by the master key, and protected fields as ciphertext. The master key
/// itself is never inside: without it a backup restores to nothing readable, so it is kept in another place, by other people. What is not
/// protected (dates, codes, names of agencies) lies in the file as it does in the database: keep it as safe.</remarks>
public sealed class Backups
{
    private readonly DatabaseAddress _own;
    private readonly DatabaseOpener _opener;
    private readonly IBackupStore[] _stores;
    private readonly AuditVerifier _verifier;
    private readonly Masters _masters;
    private readonly TimeProvider _clock;

    internal Backups(DatabaseAddress own, DatabaseOpener opener, IEnumerable<IBackupStore> stores, AuditVerifier verifier, Masters masters, TimeProvider clock) =>
        (_own, _opener, _stores, _verifier, _masters, _clock) = (own, opener, [.. stores], verifier, masters, clock);

    /// <summary>Backs up the program's database to a new file.</summary>
    /// <param name="file">Written whole or not at all; one that exists is not overwritten.</param>
    /// <param name="verify">Restores it to a temporary place and checks what came back: the law asks for it every week.</param>
    /// <param name="cancel">Leaves nothing behind.</param>
    /// <exception cref="BackupException">It could not be made, or does not restore: then the file is gone again.</exception>
    public async Task<BackupManifest> BackupAsync(string file, bool verify, CancellationToken cancel)
    {
        if (File.Exists(file))
            throw new BackupException($"{file} exists already.");
        var store = StoreFor(_own);
        var copy = $"{file}.copy";
        try
        {
            var contents = await store.CopyAsync(_own, copy, cancel);
            var (bytes, hash) = await BackupFile.MeasureAsync(copy, cancel);
            var manifest = new BackupManifest(
                Version, store.Name, contents.Schema, _clock.GetUtcNow(), bytes, hash, contents.Rows, contents.Head, "").Signed(_masters.Present);
            await BackupFile.WriteAsync(file, copy, manifest, cancel);
            if (verify)
                await VerifyAsync(file, cancel);
            await RecordAsync(manifest, verify, cancel);
            return manifest;
        }
        catch
        {
            File.Delete(file);
            throw;
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Restores a backup to a temporary place, checks it as <see cref="RestoreAsync"/> does, and removes it again.</summary>
    /// <exception cref="BackupException">It does not restore to what it says.</exception>
    public async Task<BackupManifest> VerifyAsync(string file, CancellationToken cancel)
    {
        var store = StoreFor(_own);
        var place = _own.IsPostgres ? store.Beside(_own) : DatabaseAddress.Parse($"{Path.GetFullPath(file)}.verifying");
        try
        {
            return (await LoadAsync(store, file, place, anchor: null, cancel)).Manifest;
        }
        finally
        {
            await store.DropAsync(place, CancellationToken.None);
        }
    }

    /// <summary>Restores a backup into <paramref name="target"/> after everything was checked beside it.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="target">A database that does not exist, unless <paramref name="overwrite"/>: then the one that is there is kept under another name.</param>
    /// <param name="overwrite">The program must not be running on it.</param>
    /// <param name="anchor">The anchor's file. Seals later than the backup are no fault here: they are the work since then, which is lost.</param>
    /// <param name="cancel">Leaves the target as it was.</param>
    /// <exception cref="BackupException">The backup is damaged, was made by somebody else, or the target exists.</exception>
    public async Task<Restored> RestoreAsync(string file, DatabaseAddress target, bool overwrite, string? anchor, CancellationToken cancel)
    {
        var store = StoreFor(target);
        if (!overwrite && await store.ExistsAsync(target, cancel))
            throw new BackupException("There is a database already: nothing was restored.");
        var beside = store.Beside(target);
        try
        {
            var restored = await LoadAsync(store, file, beside, anchor, cancel);
            var suffix = $"before_{_clock.GetUtcNow():yyyyMMddHHmmss}";
            return restored with { Kept = await store.PutInPlaceAsync(beside, target, suffix, CancellationToken.None) };
        }
        finally
        {
            await store.DropAsync(beside, CancellationToken.None);
        }
    }

    private static string Version => typeof(Backups).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private async Task RecordAsync(BackupManifest manifest, bool verified, CancellationToken cancel)
    {
        await using var own = _opener.OpenOwn();
        await own.Db.RecordAsync(new BackupMade(Guid.CreateVersion7(_clock.GetUtcNow()), verified, manifest.Bytes, manifest.Rows["Audit"]), cancel);
    }

    private async Task<Restored> LoadAsync(IBackupStore store, string file, DatabaseAddress place, string? anchor, CancellationToken cancel)
    {
        var copy = $"{file}.{Guid.CreateVersion7():N}.unpacked";
        try
        {
            var manifest = await BackupFile.ReadAsync(file, copy, cancel);
            if (!_masters.Any(manifest.IsSigned))
                throw new BackupException($"{file} was not made with this master key, or its manifest was changed.");
            if (manifest.Database != store.Name)
                throw new BackupException($"{file} is of a {manifest.Database} database and restores into no other.");
            await store.LoadAsync(copy, place, cancel);
            return new Restored(manifest, await CheckAsync(manifest, place, anchor, cancel), Kept: null);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private async Task<AuditReport> CheckAsync(BackupManifest manifest, DatabaseAddress place, string? anchor, CancellationToken cancel)
    {
        await using var first = _opener.Open(place);
        await using var second = _opener.Open(place);
        (await Contents.OfAsync(first.Db, cancel)).MustBe(manifest);
        var report = await _verifier.VerifyAsync(first.Db, second.Db, anchor, cancel);
        var wrong = report.Findings.FirstOrDefault(f => f.Fault != AuditFault.Truncated);
        return wrong is null ? report : throw new BackupException($"The audit in the backup is not as it was sealed: {wrong.Sentence}");
    }

    private IBackupStore StoreFor(DatabaseAddress address) => _stores.Single(s => s.Name == (address.IsPostgres ? "postgres" : "sqlite"));
}

/// <summary>What a restore brought back.</summary>
/// <param name="Audit">The check of the audit; with an anchor it says how much later the anchor is.</param>
/// <param name="Kept">The file or name under which the database that was there is kept; null when there was none.</param>
public sealed record Restored(BackupManifest Manifest, AuditReport Audit, string? Kept);
