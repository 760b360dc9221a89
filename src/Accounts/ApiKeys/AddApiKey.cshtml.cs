using System.ComponentModel.DataAnnotations;
using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.ApiKeys;

/// <summary>A key for an agency's own program, shown this once.</summary>
[Needs(Permission.AddApiKey)]
internal sealed class AddApiKeyModel(
    Db db, UserScope scope, OfficeChoices offices, IEnumerable<Module> modules, Texts texts, Pack pack, TimeProvider clock) : PageModel
{
    [BindProperty, Required, StringLength(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    public AgencyId Agency { get; set; }

    /// <summary>An office of the agency, or all of them: it has to be chosen.</summary>
    [BindProperty, StringLength(40)]
    public string? Office { get; set; }

    [BindProperty]
    public string[] Scopes { get; set; } = [];

    /// <summary>The last day on which it works.</summary>
    [BindProperty, Required]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> ScopeChoices => [.. Known.Select(s => new Choice(s, texts[$"scope.{s}"]))];

    public DateOnly Today => pack.Country.Today(clock);

    /// <summary>Shown once, in the answer to the post.</summary>
    public string? Made { get; private set; }

    private IEnumerable<string> Known => modules.SelectMany(m => m.ScopeNames);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Until ??= Today.AddDays(ApiKey.MostDays);
        Offices = await offices.OfAsync(scope.Agencies, cancel);
        Agencies = [.. (await scope.Agencies.OrderBy(a => a.Name).Select(a => new { a.Id, a.Name }).ToListAsync(cancel)).Select(a => new Choice(a.Id.ToString(), a.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!OfficeChoices.Read(Office, out var office))
        {
            ModelState.AddModelError(nameof(Office), "users.office-missing");
            await OnGetAsync(cancel);
            return Page();
        }
        var agency = await scope.Agencies.AsNoTracking().Where(a => a.Id == Agency).OrMissingAsync(cancel);
        var at = office is null ? null : await db.Offices.AsNoTracking().Where(o => o.Id == office).OrMissingAsync(cancel);
        if (Until!.Value > Today.AddDays(ApiKey.MostDays))
            throw new Refused("api-keys.until-range", ApiKey.MostDays);
        var until = pack.Country.Instant(Until.Value.AddDays(1), TimeOnly.MinValue);
        var (key, text, made) = ApiKey.Make(Name.Trim(), agency, at, [.. Known.Intersect(Scopes)], until, clock.GetUtcNow());
        db.ApiKeys.Add(key);
        db.ApiKeyUses.Add(new ApiKeyUse { Key = key.Id });
        await db.RecordAsync(made, cancel);
        Made = text;
        return Page();
    }
}
