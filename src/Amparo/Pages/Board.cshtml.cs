using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Pages;

/// <summary>The supervisor's view of the line: dangers, open referrals with their clocks, what came back.</summary>
[Needs(Permission.SeeBoard)]
internal sealed class BoardModel : PageModel;
