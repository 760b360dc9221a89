using Amparo.Platform;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Screenings;

internal static class PersonScreeningsData
{
    extension(Db db)
    {
        public DbSet<PersonScreening> PersonScreenings => db.Set<PersonScreening>();
    }

    public static void Map(ModelBuilder model) => model.Entity<PersonScreening>(screening =>
    {
        screening.ToTable("PersonScreenings");
        screening.Property(s => s.From).HasConversion<IdListText<Kind.Screening>>(IdListText<Kind.Screening>.Comparer);
        screening.HasIndex(s => new { s.Person, s.Number }).IsUnique();
        screening.HasIndex(s => s.Case);
        screening.HasOne<Person>().WithMany().HasForeignKey(s => s.Person);
    });
}
