using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>Somebody answers for another office: from their next request on they see what it received, and no longer what the other did.</summary>
[Needs(Permission.ChangeOffice)]
internal sealed class ChangeOfficeModel(Db db, UserScope scope, OfficeChoices offices) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    [BindProperty]
    [Required]
    [StringLength(40)]
    public string? Office { get; set; }

    public User Shown { get; private set; } = null!;

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await scope.OneAsync(Id, cancel);
        Office = Shown.Office?.ToString() ?? OfficeChoices.All;
        Offices = await offices.OfAsync(scope.Agencies.Where(a => a.Id == Shown.Agency), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!OfficeChoices.Read(Office, out var chosen))
        {
            ModelState.AddModelError(nameof(Office), "users.office-missing");
            await OnGetAsync(cancel);
            return Page();
        }
        var user = await scope.OneAsync(Id, cancel);
        var office = chosen is null ? null : await db.Offices.AsNoTracking().Where(o => o.Active && o.Id == chosen).OrMissingAsync(cancel);
        await db.RecordAsync(user.ChangeOffice(office), cancel);
        return LocalRedirect($"~/users/{Id}");
    }
}
