using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>What somebody may do; it counts from their next request on.</summary>
[Needs(Permission.ChangeRoles)]
internal sealed class ChangeRolesModel(Db db, UserScope scope, AgencyRoles allowed, Viewer viewer, Texts texts) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    [BindProperty]
    public string[] Roles { get; set; } = [];

    public User Shown { get; private set; } = null!;

    public IReadOnlyList<Choice> RoleChoices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await scope.OneAsync(Id, cancel);
        Roles = Shown.Roles;
        RoleChoices = RoleList.Choices(texts, await AllowedAsync(Shown, cancel));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await scope.OneAsync(Id, cancel);
        await db.RecordAsync(user.ChangeRoles(Roles, await AllowedAsync(user, cancel), viewer), cancel);
        return LocalRedirect($"~/users/{Id}");
    }

    private async Task<IReadOnlyList<string>> AllowedAsync(User user, CancellationToken cancel) =>
        allowed.Of(await scope.Agencies.AsNoTracking().Where(a => a.Id == user.Agency).OrMissingAsync(cancel));
}
