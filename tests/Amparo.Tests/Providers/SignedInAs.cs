using System.Security.Claims;
using System.Text.Encodings.Web;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Amparo.Tests.Providers;

/// <summary>Stands in for Accounts, which the directory does not know: the request says who asks.</summary>
internal sealed class SignedInAs(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public new const string Scheme = "test";
    public const string Header = "X-Signed-In-As";

    public static readonly UserId User = UserId.New();

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString().Split(' ') is not [{ Length: > 0 } role, var agency, var office])
            return Task.FromResult(AuthenticateResult.NoResult());
        Claim[] claims =
        [
            new(Claims.User, $"{User}"), new(Claims.Role, role), new(Claims.Agency, agency), new(Claims.Office, office), new(Claims.Name, "Rosa Quispe Alarcón"),
        ];
        var identity = new ClaimsIdentity(claims, Scheme, Claims.Name, Claims.Role);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }
}

/// <summary>Nobody has a name here.</summary>
internal sealed class Strangers : IStaff
{
    public Task<IReadOnlyDictionary<UserId, StaffMember>> FindAsync(IReadOnlyCollection<UserId> users, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<UserId, StaffMember>>(new Dictionary<UserId, StaffMember>());

    public Task<IReadOnlyList<StaffMember>> WithRoleAsync(AgencyId agency, string role, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<StaffMember>>([]);
}
