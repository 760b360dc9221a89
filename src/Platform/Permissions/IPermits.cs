using System.Security.Claims;

namespace Amparo.Platform.Permissions;

/// <summary>Says whether somebody may do something: the menu shows nothing that would be refused.</summary>
public interface IPermits
{
    bool May(ClaimsPrincipal who, string permission);
}
