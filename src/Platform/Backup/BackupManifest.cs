using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Platform.Protection;

namespace Amparo.Platform.Backup;

/// <summary>What a backup says of itself.</summary>
/// <param name="Program">The version of the program that made it.</param>
/// <param name="Database">"sqlite" or "postgres".</param>
/// <param name="Schema">The last migration; empty when the schema was made without migrations.</param>
/// <param name="Sha256">Of the database inside, in hexadecimal.</param>
/// <param name="Rows">How many rows each table has.</param>
/// <param name="Head">The newest seal of the audit; null when nothing was sealed yet.</param>
/// <param name="Mac">Over all of the above, under the master key: nobody else can make a backup that restores.</param>
public sealed record BackupManifest(
    string Program,
    string Database,
    string Schema,
    DateTimeOffset At,
    long Bytes,
    string Sha256,
    IReadOnlyDictionary<string, long> Rows,
    BackupHead? Head,
    string Mac)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal BackupManifest Signed(MasterKey master) => this with { Mac = MacUnder(master) };

    internal bool IsSigned(MasterKey master) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Mac), Encoding.ASCII.GetBytes(MacUnder(master)));

    internal string ToJson() => JsonSerializer.Serialize(this, Options);

    /// <exception cref="BackupException">It cannot be read.</exception>
    internal static BackupManifest Read(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Options) ?? throw new BackupException("The backup's manifest is empty.");
        }
        catch (JsonException)
        {
            throw new BackupException("The backup's manifest cannot be read.");
        }
    }

    private string MacUnder(MasterKey master)
    {
        var sorted = this with { Mac = "", Rows = new SortedDictionary<string, long>(Rows.ToDictionary(), StringComparer.Ordinal) };
        return Convert.ToHexStringLower(HMACSHA256.HashData(master.Derive("backup.v1"), Encoding.UTF8.GetBytes(sorted.ToJson())));
    }
}

/// <summary>The newest seal in a backup, to be compared with the anchor.</summary>
public sealed record BackupHead(long Number, long To, long Total, string Hash);

/// <summary>A backup that cannot be made or restored, said in a sentence for who runs the command.</summary>
public sealed class BackupException(string sentence) : Exception(sentence);
