using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Pages;

/// <summary>What waits for whoever signed in: each module shows its part.</summary>
[SignedIn]
internal sealed class HomeModel : PageModel;
