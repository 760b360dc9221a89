using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Platform.Audit;

/// <summary>Closes the audit rows of a range of positions: from here on a change, a loss or an addition among them shows.</summary>
[Bookkeeping]
internal sealed class Seal
{
    /// <summary>1, 2, 3 …: two nodes that seal at once make the same number, and the second fails harmlessly.</summary>
    public long Number { get; init; }

    /// <summary>The first position covered; the <see cref="To"/> of the seal before.</summary>
    public long From { get; init; }

    /// <summary>The first position no longer covered.</summary>
    public long To { get; init; }

    public int Count { get; init; }

    /// <summary>All rows sealed so far.</summary>
    public long Total { get; init; }

    /// <summary>Of the Merkle tree over the rows' hashes.</summary>
    public byte[] Root { get; init; } = [];

    /// <summary>The hash of the seal before.</summary>
    public byte[] Previous { get; init; } = [];

    public DateTimeOffset At { get; init; }

    public int KeyVersion { get; init; }

    public string KeyId { get; init; } = "";

    public byte[] Signature { get; init; } = [];

    /// <summary>Position, id and hash of each row (<see cref="Leaf"/>), so that verifying can name the row.</summary>
    public byte[] Leaves { get; init; } = [];

    public SealHead Head() => new(Number, From, To, Count, Total, Root, Leaf.HashOf(Leaves), Previous, At, KeyVersion, KeyId);

    internal static void Map(EntityTypeBuilder<Seal> seal)
    {
        seal.ToTable("Seals");
        seal.HasKey(s => s.Number);
        seal.Property(s => s.Number).ValueGeneratedNever();
        seal.Property(s => s.KeyId).HasMaxLength(16);
    }
}
