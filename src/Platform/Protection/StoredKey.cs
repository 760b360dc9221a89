using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Platform.Protection;

/// <summary>A key of the ring as it lies in the database: wrapped by the master key, which never does.</summary>
[Bookkeeping]
internal sealed class StoredKey
{
    public string Name { get; init; } = "";

    public string Xml { get; set; } = "";

    public DateTimeOffset At { get; init; }

    internal static void Map(EntityTypeBuilder<StoredKey> key)
    {
        key.ToTable("Keys");
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(100);
    }
}
