using Amparo.Platform;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Providers;

public static class ProvidersModule
{
    public static IServiceCollection AddProviders(this IServiceCollection services) => services.AddModule("providers", module => module
        .Map(model => model.Entity<Agency>(agency =>
        {
            agency.ToTable("Agencies");
            agency.HasIndex(a => a.Code).IsUnique();
            agency.Property(a => a.Name).HasMaxLength(200);
        }))
        .Event<AgencyAdded>("agency.added"));
}

public static class ProvidersData
{
    extension(Db db)
    {
        public DbSet<Agency> Agencies => db.Set<Agency>();
    }
}
