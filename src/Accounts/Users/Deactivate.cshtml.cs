using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Users;

/// <summary>Takes access away, at once and on every device. The name stays on what was done.</summary>
[Needs(Permission.DeactivateUser)]
internal sealed class DeactivateModel(Db db, UserScope scope, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    public User Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await scope.OneAsync(Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await scope.OneAsync(Id, cancel);
        var deactivated = user.Deactivate(viewer);
        await db.Sessions.EndAsync(Id, except: null, clock.GetUtcNow(), cancel);
        await db.RecordAsync(deactivated, cancel);
        return LocalRedirect($"~/users/{Id}");
    }
}
