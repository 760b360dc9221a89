using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Amparo.Platform.Permissions;

/// <summary>The permission a page or endpoint needs. Whatever declares neither this, <see cref="SignedInAttribute"/> nor <see cref="OpenToAllAttribute"/> is denied.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public string Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new NeedsRequirement(Permission)];
}

/// <summary>Anyone signed in may come, whatever the role: their own sessions, the home page.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new NeedsRequirement(null)];
}

/// <summary>Anyone may come, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute : Attribute, IAllowAnonymous;

internal sealed record NeedsRequirement(string? Permission) : IAuthorizationRequirement;

internal sealed class Permits(Modules modules) : AuthorizationHandler<NeedsRequirement>, IPermits
{
    public bool May(ClaimsPrincipal principal, string permission) => May(Viewer.Of(principal), permission);

    public bool May(Viewer viewer, string permission) =>
        modules.Permissions.TryGetValue(permission, out var roles) && viewer.Roles.Any(roles.Contains)
        && (viewer.Via is null || viewer.Scopes.Any(scope => modules.Scopes.TryGetValue(scope, out var within) && within.Contains(permission)));

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsRequirement requirement)
    {
        var viewer = Viewer.Of(context.User);
        var isExpected = viewer switch
        {
            { Pass: not null } => LeadsByLink(context.Resource),
            { Via: not null } => requirement.Permission is not null,
            _ => viewer.User is not null,
        };
        if (isExpected && (requirement.Permission is null || May(viewer, requirement.Permission)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static bool LeadsByLink(object? asked) => asked is HttpContext http && http.GetEndpoint()?.Metadata.GetMetadata<ByLinkAttribute>() is not null;
}
