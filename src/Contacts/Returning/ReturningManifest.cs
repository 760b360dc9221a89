using Amparo.Platform;
using Amparo.Platform.Events;
using Amparo.Platform.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Contacts.Returning;

/// <summary>What the module's manifest says of callers who come back.</summary>
internal static class ReturningManifest
{
    public static void AddReturning(this IServiceCollection services)
    {
        services.AddSingleton<ReturnWords>();
        services.AddSingleton<NumberMemory>();
        services.AddScoped<ReturnDesk>();
        services.AddScoped<RelatedContacts>();
        services.AddSingleton<NumberWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<NumberWorker>());
    }

    public static void Add(Module module, string[] desk) => module
        .Event<ReturnSecretMade>("contact.return-secret-made")
        .Event<ContactReturned>("contact.returned", Weight.Key)
        .Event<ReturnRefused>("contact.return-refused")
        .Event<ContactUnlinked>("contact.unlinked")
        .Event<NumberForgotten>("contact.number-forgotten")
        .Permit(Permission.MakeReturnSecret, desk)
        .Permit(Permission.LinkContact, desk)
        .Secret<Kind.Contact>(nameof(ReturnSecret.Digest))
        .Index<ReturnSecret>(nameof(ReturnSecret.Index), of: nameof(ReturnSecret.Digest), (digest, _) => digest)
        .Section(PackSection.Of<ReturnRules>(ReturnRules.File, ReturnRules.Flaws));
}
