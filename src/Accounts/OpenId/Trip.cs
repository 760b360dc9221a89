using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Amparo.Accounts.OpenId;

/// <summary>A way to the provider and back; the framework seals it into the <c>state</c> and ties it to this browser by a cookie.</summary>
/// <param name="To">Where the person was going.</param>
/// <param name="At">When it began; it is good for ten minutes.</param>
/// <param name="Binds">The session that binds an account by it; null for signing in.</param>
internal sealed record Trip(string To, DateTimeOffset At, SessionId? Binds)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    public bool IsOver(DateTimeOffset now) => now - At > GoodFor;

    /// <summary>Sends the browser to the provider.</summary>
    /// <exception cref="Exception">The provider does not tell where to.</exception>
    public Task BeginAsync(HttpContext http)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = To };
        properties.Items[nameof(At)] = At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        properties.Items[nameof(Binds)] = Binds?.ToString();
        // At a desk that several use, the provider may still know who sat there before.
        properties.Prompt = OpenIdConnectPrompt.Login;
        // Only to bind is a name asked for, so that the person sees whose account it is.
        properties.Scope = Binds is null ? ["openid"] : ["openid", "profile"];
        return http.ChallengeAsync(OpenIdServices.Scheme, properties);
    }

    /// <summary>What came back; null where it was not ours.</summary>
    public static Trip? Of(AuthenticationProperties? state) =>
        state is not null && state.Items.TryGetValue(nameof(At), out var at) && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? new Trip(
                state.RedirectUri ?? "/",
                DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
                state.Items.TryGetValue(nameof(Binds), out var binds) && SessionId.TryParse(binds, null, out var session) ? session : null)
            : null;
}
