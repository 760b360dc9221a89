using Amparo.Platform.Events;

namespace Amparo.Platform.Backup;

/// <summary>A backup was made; <see cref="Verified"/> when it was also restored and checked, as the law asks for every week.</summary>
public sealed record BackupMade(Guid Backup, bool Verified, long Bytes, long AuditRows) : IEvent
{
    public Subject About => new("backup", Backup);
}
