using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Pages;

/// <summary>The door: whoever needs help sees the number; whoever works here goes on to their desk.</summary>
[OpenToAll, PublicPage]
internal sealed class IndexModel(Pack pack) : PageModel
{
    public Country Country => pack.Country;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/home") : Page();
}
