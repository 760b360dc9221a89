using Amparo.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Providers;

public static class ProvidersModule
{
    public static IServiceCollection AddProviders(this IServiceCollection services)
    {
        services.AddScoped<DutyRoster>();
        return services.AddModule("providers", module => module
            .Map(ProvidersData.Map)
            .Event<AgencyAdded>("agency.added")
            .Event<OfficeAdded>("office.added")
            .Event<DutyChanged>("office.duty-changed"));
    }
}
