using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Amparo.Platform.Protection;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Cases.Consents;

/// <summary>The ledger's part of the manifest of Cases.</summary>
internal static class ConsentsManifest
{
    public static void AddConsents(this IServiceCollection services)
    {
        services.AddSingleton<ConsentCodes>();
        services.AddScoped<PersonReach>();
        services.AddScoped<ConsentList>();
        services.AddScoped(sp => new ConsentLedger(
            sp.GetRequiredService<Db>(), sp.GetRequiredService<ConsentCodes>(), sp.GetRequiredService<Pack>(), sp.GetRequiredService<TimeProvider>()));
        services.AddScoped(sp => new PersonHandover(sp.GetRequiredService<CaseCodes>(), sp.GetRequiredService<Reveals>()));
    }

    public static void HoldConsents(this Module module, string[] desk)
    {
        module
            .Map(ConsentsData.Map)
            .Place<Kind.Consent>("/consents/{id}/withdraw")
            .Event<ConsentGiven>("consent.given", Weight.Key)
            .Event<ConsentWithdrawn>("consent.withdrawn", Weight.Key)
            .Permit(Permission.GiveConsent, desk)
            .Permit(Permission.WithdrawConsent, desk)
            .RevealRule<Kind.Person, PersonRevealRule>();
        foreach (var section in ConsentCodes.Sections)
            module.Section(section);
    }
}
