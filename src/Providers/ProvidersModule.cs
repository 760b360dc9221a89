using Amparo.Platform;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Microsoft.Extensions.DependencyInjection;
using Kind = Amparo.Platform.Kind;

namespace Amparo.Providers;

public static class ProvidersModule
{
    // Everybody on the staff finds whom to call; learners are guests of a course.
    private static readonly string[] Staff = [.. Role.All.Except([Role.Learner])];

    public static IServiceCollection AddProviders(this IServiceCollection services)
    {
        services.AddScoped<DutyRoster>();
        services.AddScoped<ProvidersImport>();
        services.AddSingleton<Wording>();
        services.AddTexts(typeof(ProvidersModule));
        return services.AddModule("providers", module =>
        {
            module
                .Map(ProvidersData.Map)
                .Event<AgencyAdded>("agency.added")
                .Event<OfficeAdded>("office.added")
                .Event<DutyChanged>("office.duty-changed")
                .Permit(Permission.SeeProviders, Staff)
                .Permit(Permission.ChangeDuty, Role.Liaison, Role.Administrator)
                .Menu("providers.menu", "/providers", Permission.SeeProviders, 50)
                .Place<Kind.Office>("/providers/{id}")
                .Place<Kind.Agency>("/agencies/{id}");
            foreach (var section in ProvidersPack.Sections)
                module.Section(section);
        });
    }
}
