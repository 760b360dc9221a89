using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

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
        if (requirement.Permission is { } permission ? viewer.By is not null && May(viewer, permission) : viewer.User is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
