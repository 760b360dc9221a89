using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Platform.Backup;

/// <summary>One zip file: the database and the manifest with its checksum. On disk it is whole or not there.</summary>
internal static class BackupFile
{
    private const string Manifest = "manifest.json";
    private const string Content = "database";

    public static async Task<(long Bytes, string Sha256)> MeasureAsync(string file, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        var hash = await SHA256.HashDataAsync(content, cancel);
        return (content.Length, Convert.ToHexStringLower(hash));
    }

    public static async Task WriteAsync(string target, string database, BackupManifest manifest, CancellationToken cancel)
    {
        var part = $"{target}.part";
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel))
            {
                await using (var entry = await zip.CreateEntry(Manifest).OpenAsync(cancel))
                    await entry.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToJson()), cancel);
                await using var content = File.OpenRead(database);
                await using var into = await zip.CreateEntry(Content, CompressionLevel.Fastest).OpenAsync(cancel);
                await content.CopyToAsync(into, cancel);
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(part, target, overwrite: true);
    }

    /// <summary>Unpacks the database to <paramref name="database"/>, byte for byte as its manifest says.</summary>
    /// <exception cref="BackupException">The file is damaged, incomplete or no backup.</exception>
    public static async Task<BackupManifest> ReadAsync(string file, string database, CancellationToken cancel)
    {
        BackupManifest manifest;
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(file, cancel);
            if (zip.GetEntry(Manifest) is not { } about || zip.GetEntry(Content) is not { } content)
                throw new BackupException($"{file} is no backup: it lacks the manifest or the database.");
            await using (var json = await about.OpenAsync(cancel))
                manifest = BackupManifest.Read(json);
            await using var from = await content.OpenAsync(cancel);
            await using var into = new FileStream(database, FileMode.Create, FileAccess.Write, FileShare.None);
            await from.CopyToAsync(into, cancel);
            into.Flush(flushToDisk: true);
        }
        catch (InvalidDataException)
        {
            throw new BackupException($"{file} is damaged or no backup.");
        }
        if (await MeasureAsync(database, cancel) != (manifest.Bytes, manifest.Sha256))
            throw new BackupException($"{file} is damaged: the database inside does not have the checksum of its manifest.");
        return manifest;
    }
}
