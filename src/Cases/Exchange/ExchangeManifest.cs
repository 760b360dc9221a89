using Amparo.Platform;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Cases.Exchange;

/// <summary>The part of the manifest of Cases by which they leave as files.</summary>
internal static class ExchangeManifest
{
    public static void AddExchange(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<Pack>().Read<HtcdsCodes>(HtcdsCodes.File));
        services.AddScoped<CaseExport>();
        services.AddScoped<PeopleExport>();
        services.AddScoped<SituationExport>();
    }

    public static void Exchange(this Module module) => module
        .Event<CaseExported>("case.exported", Weight.Key)
        .Permit(Permission.ExportCase, Role.Supervisor)
        .Section(HtcdsCodes.Section);
}
