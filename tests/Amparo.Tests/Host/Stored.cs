using System.IO.Compression;
using System.Text;
using Amparo.Platform.Backup;
using Amparo.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Amparo.Tests.Host;

/// <summary>What whoever steals the database or a backup holds.</summary>
internal static class Stored
{
    /// <summary>Every byte of the database: its files, or every table as it would be copied out.</summary>
    public static async Task<IEnumerable<(string Where, string Said)>> AllAsync(TestApp app)
    {
        if (!app.Database.IsPostgres)
        {
            var file = new SqliteConnectionStringBuilder(app.Database.ConnectionString).DataSource;
            return Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*").Select(path => ($"stored {Path.GetFileName(path)}", Read(path)));
        }
        List<(string, string)> said = [];
        await using var connection = new NpgsqlConnection(app.Database.ConnectionString);
        await connection.OpenAsync();
        foreach (var table in await app.InAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().ToList())))
        {
            // Bytes too, as the text they would be if nobody had sealed them.
            using var copy = await connection.BeginTextExportAsync($"COPY \"{table}\" TO STDOUT");
            var text = await copy.ReadToEndAsync();
            said.Add(($"stored {table}", text));
            said.Add(($"stored {table}", string.Join('\n', text.Split('\t', '\n').Where(v => v.StartsWith("\\\\x", StringComparison.Ordinal)).Select(v => Encoding.UTF8.GetString(Convert.FromHexString(v[3..]))))));
        }
        return said;
    }

    /// <summary>What a backup holds, unpacked.</summary>
    public static async Task<string> BackupAsync(TestApp app)
    {
        var file = Path.Combine(app.Data, "copy.amparo");
        await app.Services.GetRequiredService<Backups>().BackupAsync(file, verify: false, CancellationToken.None);
        using var whole = new MemoryStream();
        await using var bytes = File.OpenRead(file);
        foreach (var entry in new ZipArchive(bytes).Entries)
        {
            await using var opened = await entry.OpenAsync();
            await opened.CopyToAsync(whole);
        }
        return Encoding.UTF8.GetString(whole.ToArray());
    }

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
