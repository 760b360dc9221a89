using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Places;

internal static class PlacesData
{
    extension(Db db)
    {
        public DbSet<CasePlace> CasePlaces => db.Set<CasePlace>();
    }

    extension(IQueryable<CasePlace> places)
    {
        /// <summary>Those of the cases that one may see.</summary>
        public IQueryable<CasePlace> In(IQueryable<Case> cases) => places.Where(p => cases.Any(c => c.Id == p.Case));
    }

    public static void Map(ModelBuilder model) => model.Entity<CasePlace>(place =>
    {
        place.ToTable("CasePlaces");
        place.HasIndex(p => p.Case);
        place.HasIndex(p => new { p.Area, p.AddedAt });
    });
}
