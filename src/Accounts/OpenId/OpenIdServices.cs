using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Amparo.Accounts.OpenId;

/// <summary>The framework speaks with the provider and checks what it says; who may come in is ours to say.</summary>
public static class OpenIdServices
{
    internal const string Scheme = "openid";

    /// <summary>Where the provider sends people back to: the one address to register there.</summary>
    internal const string Back = "/sign-in/openid/back";

    // Signatures that who knows the program's secret cannot make.
    internal static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(2);

    /// <summary>Signing in by an identity provider. After <c>AddAccounts</c>; nothing is asked of the provider before somebody presses the button.</summary>
    public static IServiceCollection AddOpenId(this IServiceCollection services, OpenIdSettings settings)
    {
        services.Configure<AccountsOptions>(accounts => accounts.OpenId = settings);
        services.AddSingleton(settings);
        services.AddSingleton<ProviderAnswers>();
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure((OpenIdConnectOptions openId, TimeProvider clock) => Set(openId, settings, clock));
        services.AddAuthentication().AddOpenIdConnect(Scheme, openId => openId.EventsType = typeof(ProviderAnswers));
        return services;
    }

    /// <summary>Without a provider its pages have no address. Afterwards, since AddRazorPages begins the list of conventions anew.</summary>
    internal static void AddOpenIdPages(this IServiceCollection services)
    {
        services.AddSingleton<Offers>();
        services.AddOptions<RazorPagesOptions>().PostConfigure((RazorPagesOptions pages, IOptions<AccountsOptions> accounts) =>
        {
            if (accounts.Value.OpenId is null)
                pages.Conventions.AddFolderRouteModelConvention("/Accounts/OpenId", page => page.Selectors.Clear());
        });
    }

    private static void Set(OpenIdConnectOptions openId, OpenIdSettings settings, TimeProvider clock)
    {
        (openId.Authority, openId.RequireHttpsMetadata) = (settings.Authority.OriginalString, settings.IsSecure);
        (openId.ClientId, openId.ClientSecret) = (settings.ClientId, settings.ClientSecret);
        (openId.ResponseType, openId.ResponseMode, openId.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        openId.CallbackPath = Back;
        // Signing out here ends the session here and nothing else: those addresses of the framework are closed.
        (openId.RemoteSignOutPath, openId.SignedOutCallbackPath) = (PathString.Empty, PathString.Empty);
        (openId.SaveTokens, openId.GetClaimsFromUserInfoEndpoint, openId.MapInboundClaims, openId.DisableTelemetry) = (false, false, false, true);
        // As the token says them, iss and acr included.
        openId.ClaimActions.Clear();
        (openId.CorrelationCookie, openId.NonceCookie) = (new TripCookie("amparo-trip."), new TripCookie("amparo-nonce."));
        openId.BackchannelTimeout = TimeSpan.FromSeconds(10);
        openId.BackchannelHttpHandler = new Backchannel();
        openId.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = settings.ClientId,
            ValidAlgorithms = Algorithms,
            RequireExpirationTime = true,
            IssuerValidator = (issuer, _, _) => settings.IsIssuer(issuer) ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer."),
            // By the injected clock; the framework reads the machine's.
            LifetimeValidator = (from, until, _, _) => until + ClocksApart > clock.GetUtcNow().UtcDateTime && !(from - ClocksApart > clock.GetUtcNow().UtcDateTime),
        };
    }
}
