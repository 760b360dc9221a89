using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Users;

/// <summary>Gives access back, with the password and second factor of before.</summary>
[Needs(Permission.ReactivateUser)]
internal sealed class ReactivateModel(Db db, UserScope scope) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    public User Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await scope.OneAsync(Id, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await scope.OneAsync(Id, cancel);
        await db.RecordAsync(user.Reactivate(), cancel);
        return LocalRedirect($"~/users/{Id}");
    }
}
