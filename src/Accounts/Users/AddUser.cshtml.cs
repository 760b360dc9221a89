using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

[Needs(Permission.AddUser)]
internal sealed class AddUserModel(UserScope scope, UserAccounts accounts, OfficeChoices offices, Texts texts) : PageModel
{
    [BindProperty]
    [Required]
    [StringLength(200)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Required]
    [EmailAddress(ErrorMessage = "users.login-form")]
    [StringLength(200)]
    public string Login { get; set; } = "";

    [BindProperty]
    public AgencyId Agency { get; set; }

    [BindProperty]
    public string[] Roles { get; set; } = [];

    /// <summary>An office of the agency, or all of them; a liaison must say which.</summary>
    [BindProperty]
    [StringLength(40)]
    public string? Office { get; set; }

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public IReadOnlyList<Choice> RoleChoices => RoleList.Choices(texts);

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Shown once, in the answer to the post.</summary>
    public NewUser? Added { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Offices = await offices.OfAsync(scope.Agencies, cancel);
        Agencies = [.. (await scope.Agencies.OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancel)).Select(a => new Choice(a.Id.ToString(), a.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!OfficeChoices.Read(Office, out var office) && (Roles.Contains(Role.Liaison) || !string.IsNullOrEmpty(Office)))
        {
            ModelState.AddModelError(nameof(Office), "users.office-missing");
            await OnGetAsync(cancel);
            return Page();
        }
        var agency = await scope.Agencies.Where(a => a.Id == Agency).OrMissingAsync(cancel);
        Added = await accounts.AddAsync(Login, Name, agency.Id, office, Roles, cancel);
        return Page();
    }
}
