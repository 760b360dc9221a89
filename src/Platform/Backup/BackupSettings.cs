using Microsoft.Extensions.Configuration;

namespace Amparo.Platform.Backup;

/// <param name="PostgresPrograms"><c>Backup:PostgresPrograms</c>: the folder of <c>pg_dump</c> and <c>pg_restore</c>; found by itself when null.</param>
public sealed record BackupSettings(string? PostgresPrograms)
{
    internal static BackupSettings From(IConfiguration? configuration) =>
        new(configuration?["Backup:PostgresPrograms"] is { Length: > 0 } folder ? folder : null);
}
