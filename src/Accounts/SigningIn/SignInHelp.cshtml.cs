using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.SigningIn;

/// <summary>What to do without password or telephone. It asks for nothing and says the same to everybody, so that it tells nobody who has an account.</summary>
[OpenToAll, PublicPage]
internal sealed class SignInHelpModel(Pack pack) : PageModel
{
    public Country Country => pack.Country;
}
