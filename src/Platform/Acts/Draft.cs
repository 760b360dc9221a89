using Amparo.Platform.Data;
using Amparo.Platform.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Platform.Acts;

/// <summary>What somebody has typed and not yet saved, kept sealed on the server so that it survives a crash of either side.</summary>
[Bookkeeping]
public sealed class Draft
{
    public Guid About { get; init; }

    public UserId User { get; init; }

    /// <summary>Which form of the record.</summary>
    public Code Form { get; init; }

    public Sealed Fields { get; internal set; }

    /// <summary>To what <see cref="Fields"/> is bound: record, form and author, so that nobody's draft opens in another's row.</summary>
    internal (Subject Record, string Field) Binding => (new Subject("draft", About), $"{Form}.{User}");

    public DateTimeOffset SavedAt { get; internal set; }

    internal static void Map(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("Drafts");
        draft.Ignore(d => d.Binding);
        draft.HasKey(d => new { d.About, d.User, d.Form });
    }
}
