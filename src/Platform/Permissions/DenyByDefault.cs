using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Amparo.Platform.Permissions;

/// <summary>Stops the start when a page says neither who may open it nor that everybody may.</summary>
internal sealed class DenyByDefault : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        var declares = model.HandlerTypeAttributes.Any(a => a is NeedsAttribute or SignedInAttribute or OpenToAllAttribute);
        if (!declares)
            throw new InvalidOperationException($"{model.ViewEnginePath} needs [Needs(…)], [SignedIn] or [OpenToAll].");
    }

    /// <summary>For endpoints that are no pages: what declares nothing is denied to everybody.</summary>
    public static AuthorizationPolicy Nobody { get; } = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
}
