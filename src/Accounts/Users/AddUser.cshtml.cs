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
internal sealed class AddUserModel(UserScope scope, AgencyRoles allowed, UserAccounts accounts, OfficeChoices offices, Texts texts) : PageModel
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

    /// <summary>Those that somebody of one of the agencies may hold; the chosen agency decides.</summary>
    public IReadOnlyList<Choice> RoleChoices { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Shown once, in the answer to the post.</summary>
    public NewUser? Added { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Offices = await offices.OfAsync(scope.Agencies, cancel);
        var agencies = await scope.Agencies.AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancel);
        Agencies = [.. agencies.Select(a => new Choice(a.Id.ToString(), a.Name))];
        RoleChoices = RoleList.Choices(texts, agencies.SelectMany(allowed.Of));
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
