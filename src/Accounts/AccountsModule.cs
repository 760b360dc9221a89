using System.Globalization;
using Amparo.Accounts.ApiKeys;
using Amparo.Accounts.Conduct;
using Amparo.Accounts.OpenId;
using Amparo.Accounts.Passkeys;
using Amparo.Accounts.Reviews;
using Amparo.Accounts.Sessions;
using Amparo.Accounts.SigningIn;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts;

public static class AccountsModule
{
    /// <summary>Who may sign in, and who is signed in. After <c>AddPlatform</c>, <c>AddKit</c> and <c>AddProviders</c>.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, Action<AccountsOptions>? configure = null)
    {
        services.AddOptions<AccountsOptions>().Configure(options => configure?.Invoke(options));
        services.AddUsers();
        services.AddSessions();
        services.AddPasskeys();
        services.AddOpenIdPages();
        services.AddLimits();
        services.AddTexts(typeof(AccountsModule));
        return services.AddModule("accounts", module => module
            .Map(AccountsData.Map)
            .Secret<Platform.Kind.User>(User.TotpField)
            .Place<Platform.Kind.User>("/users/{id}")
            .Place<Platform.Kind.ApiKey>("/api-keys")
            .Permit(Permission.SeeApiKeys, Role.Administrator)
            .Permit(Permission.AddApiKey, Role.Administrator)
            .Permit(Permission.RevokeApiKey, Role.Administrator)
            .Permit(Permission.SeeUsers, Role.Administrator)
            .Permit(Permission.AddUser, Role.Administrator)
            .Permit(Permission.ChangeRoles, Role.Administrator)
            .Permit(Permission.ChangeOffice, Role.Administrator)
            .Permit(Permission.ResendSetUp, Role.Administrator)
            .Permit(Permission.ResetMfa, Role.Administrator)
            .Permit(Permission.UnbindUser, Role.Administrator)
            .Permit(Permission.DeactivateUser, Role.Administrator)
            .Permit(Permission.ReactivateUser, Role.Administrator)
            .Permit(Permission.SeeConduct, Role.Administrator, Role.Auditor)
            .Permit(Permission.ReviewPrivileges, Role.Administrator)
            .Permit(Permission.WatchReviews, Role.Supervisor)
            .Permit(Permission.KnowOwnReview, [.. Role.All])
            .Section(CodeOfConduct.Section)
            .Section(ReviewRules.Section)
            .Section(AgencyRoles.Section)
            .Fill(Panel.For<Reviews.Reviews>("home", Permission.KnowOwnReview, "/Accounts/Reviews/_Own.cshtml", async (reviews, _, cancel) => await reviews.OwnAsync(cancel)))
            .Fill(Panel.For<Reviews.Reviews>("home", Permission.ReviewPrivileges, "/Accounts/Reviews/_OnHome.cshtml",
                async (reviews, _, cancel) => await reviews.DueAsync(cancel) is { Count: > 0 } due ? due : null))
            .Fill(Panel.For<Reviews.Reviews>("board", Permission.WatchReviews, "/Accounts/Reviews/_OnBoard.cshtml", async (reviews, _, cancel) => await reviews.LateAsync(cancel)))
            .Menu("menu.users", "/users", Permission.SeeUsers, 90)
            .Menu("conduct.title", "/conduct/acceptances", Permission.SeeConduct, 95)
            .Event<ConductAccepted>("conduct.accepted")
            .Menu("api-keys.title", "/api-keys", Permission.SeeApiKeys, 91)
            .Event<ApiKeyMade>("api-key.made", Weight.Key)
            .Event<ApiKeyRevoked>("api-key.revoked", Weight.Key)
            .Event<PasswordAccepted>("user.password-accepted")
            .Event<SignInFailed>("user.sign-in-failed")
            .Event<LockedOut>("user.locked-out")
            .Event<RecoveryCodeUsed>("user.recovery-code-used")
            .Event<SignedIn>("user.signed-in")
            .Event<SignedOut>("user.signed-out")
            .Event<SessionEnded>("user.session-ended")
            .Event<OtherSessionsEnded>("user.other-sessions-ended")
            .Event<Unlocked>("user.unlocked")
            .Event<TurnedAway>("user.turned-away")
            .Event<PrivilegesConfirmed>(PrivilegesConfirmed.Name)
            .Event<PasskeyAdded>("passkey.added")
            .Event<PasskeyRemoved>("passkey.removed")
            .Event<PasskeyAccepted>("passkey.accepted")
            .Event<OpenIdBound>("openid.bound")
            .Event<OpenIdUnbound>("openid.unbound")
            .Event<OpenIdAccepted>("openid.accepted")
            .Event<UserAdded>("user.added")
            .Event<UserRolesChanged>("user.roles-changed")
            .Event<UserOfficeChanged>("user.office-changed")
            .Event<UserDeactivated>("user.deactivated")
            .Event<UserReactivated>("user.reactivated")
            .Event<PasswordChanged>("user.password-changed")
            .Event<SetUpResent>("user.set-up-resent")
            .Event<MfaSetUp>("user.mfa-set-up")
            .Event<MfaReset>("user.mfa-reset"));
    }

    /// <summary>Authentication, the idle lock, the code of conduct, rate limits and authorization, in this order. After <c>UseKit</c>, before any endpoint that asks who it is.</summary>
    public static WebApplication UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<IdleLock>();
        app.UseMiddleware<ConductGate>();
        app.UseLimits();
        app.UseAuthorization();
        return app;
    }

    private static void AddUsers(this IServiceCollection services)
    {
        services.AddSingleton(sp => CodeOfConduct.Of(sp.GetRequiredService<Pack>()));
        services.AddSingleton(sp => ReviewRules.Of(sp.GetRequiredService<Pack>()));
        services.AddScoped<Reviews.Reviews>();
        services.AddSingleton<ILookupNormalizer, Logins>();
        services.AddIdentityCore<User>(options =>
            {
                // Length, and what NotGuessable says; nothing about kinds of characters.
                options.Password = new PasswordOptions
                {
                    RequiredLength = 12,
                    RequiredUniqueChars = 1,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-._@+";
            })
            .AddUserStore<UserStore>()
            .AddPasswordValidator<NotGuessable>()
            .AddTokenProvider<TotpProvider>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddOptions<PasswordHasherOptions>()
            .Configure((PasswordHasherOptions hasher, IOptions<AccountsOptions> accounts) => hasher.IterationCount = accounts.Value.PasswordIterations);
        services.AddSingleton(sp => new NobodysPassword(new PasswordHasher<User>(sp.GetRequiredService<IOptions<PasswordHasherOptions>>())));
        services.AddScoped<PasswordCheck>();
        services.AddScoped<PasswordAgain>();
        services.AddSingleton<AgencyRoles>();
        services.AddScoped<UserScope>();
        services.AddScoped<OfficeChoices>();
        services.AddScoped<IStaff, Staff>();
        services.AddScoped<IStandIns, ApiKeyNames>();
        services.AddScoped(sp => new UserAccounts(
            sp.GetRequiredService<Db>(),
            sp.GetRequiredService<UserManager<User>>(),
            sp.GetRequiredService<Seals>(),
            sp.GetRequiredService<CodeOfConduct>(),
            sp.GetRequiredService<AgencyRoles>(),
            sp.GetRequiredService<TimeProvider>()));
    }

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<HalfSignIns>();
        services.AddScoped<Entrance>();
        services.AddSingleton<SessionWorker>();
        services.AddHostedService(sp => sp.GetRequiredService<SessionWorker>());
        // One way in for each: a cookie says nothing to the API, and a key opens no page.
        services.AddAuthentication(SessionCookie.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(
                SessionCookie.Scheme, session => session.ForwardDefaultSelector = http => ApiKeyHandler.IsFor(http) ? ApiKeyHandler.SchemeName : null)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        services.AddOptions<KitOptions>().Configure((KitOptions kit, Texts texts) =>
        {
            kit.SessionsUrl = "/sessions";
            kit.Cover = "/Accounts/Sessions/_Cover.cshtml";
            kit.Me = http => OpenSession.Of(http) is { } me && http.User.Identity?.IsAuthenticated == true
                ? new Me(me.Name, texts[string.Create(CultureInfo.InvariantCulture, $"role.{me.Roles[0]}")])
                : null;
        });
    }
}
