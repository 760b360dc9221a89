using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.SigningIn;

/// <summary>Where somebody lands whose account nobody confirmed in time. It asks for nothing and says the same to everybody.</summary>
[OpenToAll]
internal sealed class ClosedModel : PageModel;
