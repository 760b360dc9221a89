using Amparo.Accounts.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.Passkeys;

/// <summary>The framework's handler checks what browsers and keys say; the store is ours.</summary>
internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<Challenges>();
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure((IdentityPasskeyOptions passkeys, IOptions<AccountsOptions> accounts) =>
        {
            passkeys.ServerDomain = accounts.Value.PasskeyDomain;
            // Finger, face or PIN: that is the second factor. And a key that is found without a login.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.AuthenticatorTimeout = TimeSpan.FromMinutes(2);
            passkeys.ValidateOrigin = said => ValueTask.FromResult(!said.CrossOrigin && said.Origin == OriginOf(said.HttpContext.Request));
        });
    }

    // The framework compares with the Origin header, which browsers send as "null" with our Referrer-Policy (no-referrer).
    private static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
