using System.Security.Claims;

namespace Amparo.Platform.Kit;

/// <summary>Whether somebody holds a permission.</summary>
public interface IPermits
{
    bool May(ClaimsPrincipal principal, string permission);
}
