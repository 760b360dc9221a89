using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Amparo.Accounts.ApiKeys;
using Amparo.Accounts.Sessions;
using Amparo.Accounts.Users;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts;

/// <summary>How often one may ask. Narrow where a password or a code is tried, wide elsewhere; who asks too often gets 429 and the failure page.</summary>
/// <remarks>Kept in this node's memory: with several nodes the limits are as many times wider. The lockout of an account is in the database.
/// The address is the connection's: behind a proxy the host must take it from the proxy's header.</remarks>
internal static class Limits
{
    private const int Segments = 5;
    private static readonly TimeSpan SignInWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter => limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        services.AddOptions<RateLimiterOptions>().Configure((RateLimiterOptions limiter, IOptions<AccountsOptions> accounts) =>
        {
            var limits = accounts.Value;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                By(http => IsSignIn(http) && Login(http) is { } login ? $"{Address(http)} {login}" : null, limits.SignInsPerLogin, SignInWindow),
                By(http => IsSignIn(http) ? Address(http) : null, limits.SignInsPerAddress, SignInWindow),
                By(http => IsTry(http) ? Address(http) : null, limits.TriesPerAddress, SignInWindow),
                By(http => Key(http)?.ToString(), limits.RequestsPerKey, Window),
                By(http => IsFailure(http) ? null : OpenSession.Of(http)?.User.ToString() ?? Address(http), limits.RequestsPerMinute, Window));
            limiter.OnRejected = (rejected, _) =>
            {
                // A sliding window does not say when it opens again: after a part of it somewhat of it has.
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var said) ? said : Window / Segments;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    public static void UseLimits(this IApplicationBuilder app)
    {
        // The limiter cannot await the form that holds the login.
        app.UseWhen(IsSignIn, signIn => signIn.Use(async (http, next) =>
        {
            if (http.Request.HasFormContentType)
                await http.Request.ReadFormAsync(http.RequestAborted);
            await next(http);
        }));
        app.UseRateLimiter();
    }

    private static PartitionedRateLimiter<HttpContext> By(Func<HttpContext, string?> key, int most, TimeSpan window) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http => key(http) is { } who
            ? RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = window, SegmentsPerWindow = Segments })
            : RateLimitPartition.GetNoLimiter(""));

    // To and from an identity provider lead links.
    private static bool IsSignIn(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/sign-in") && (HttpMethods.IsPost(http.Request.Method) || http.Request.Path.StartsWithSegments("/sign-in/openid"));

    private static bool IsTry(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<FewTriesAttribute>() is not null;

    // The failure page runs through here again.
    private static bool IsFailure(HttpContext http) => http.Request.Path.StartsWithSegments("/failure");

    private static Guid? Key(HttpContext http) => ApiKeyHandler.IsFor(http) ? Viewer.Of(http.User).Via : null;

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    // Hashed, so that no login lies about in memory longer than its request.
    private static string? Login(HttpContext http) => http.Request.HasFormContentType && http.Request.Form["Login"].ToString() is { Length: > 0 } login
        ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Logins.Normal(login))))
        : null;
}
