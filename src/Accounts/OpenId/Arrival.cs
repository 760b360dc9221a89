using Microsoft.AspNetCore.Http;

namespace Amparo.Accounts.OpenId;

/// <summary>Somebody who comes back from the provider with this request, as <see cref="ProviderAnswers"/> found them.</summary>
/// <param name="Trip">The way they went; null where it was not ours.</param>
/// <param name="Account">Who the provider says they are; null where it does not, or cannot be believed.</param>
/// <param name="Why">The text of what went wrong.</param>
internal sealed record Arrival(Trip? Trip, ProviderAccount? Account, string? Why)
{
    public static Arrival Of(HttpContext http) => http.Features.Get<Arrival>() ?? new Arrival(null, null, "openid.again");
}

/// <summary>An account at the provider, which its signature vouches for.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The account's id there, never given to another.</param>
/// <param name="Name">What the provider calls the person, to be shown and not kept.</param>
/// <param name="BothFactors">Whether the provider says, as the settings ask, that two factors were given.</param>
internal sealed record ProviderAccount(string Issuer, string Subject, string Name, bool BothFactors);
