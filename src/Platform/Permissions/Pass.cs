using Microsoft.AspNetCore.Authorization;

namespace Amparo.Platform.Permissions;

/// <summary>What somebody without an account came by: a link, which opens one referral for a while and nothing else.</summary>
/// <remarks>Three walls keep it there: its cookie is sent to no address outside <see cref="Root"/>, only pages that say
/// <see cref="ByLinkAttribute"/> ask for its scheme, and only those let it in (<see cref="Permits"/>). What it sees there, the module's
/// <c>VisibleTo</c> says.</remarks>
public sealed record Pass(LinkId Link, ReferralId Referral)
{
    /// <summary>The authentication scheme of those who come by a link.</summary>
    public const string Scheme = "link";

    /// <summary>Under this lies all that they see, at the same address as for others: <c>/r/referrals/{id}</c>.</summary>
    public const string Root = "/r";
}

/// <summary>A page for those who came by a link, and for nobody else: who is signed in has the same page elsewhere.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByLinkAttribute : AuthorizeAttribute
{
    public ByLinkAttribute() => AuthenticationSchemes = Pass.Scheme;
}
