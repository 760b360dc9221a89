using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.ApiKeys;

/// <summary>Takes a key away, from the next request on. Its name stays on what it did.</summary>
[Needs(Permission.RevokeApiKey)]
internal sealed class RevokeApiKeyModel(Db db, UserScope scope, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ApiKeyId Id { get; set; }

    public ApiKey Shown { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    private IQueryable<ApiKey> Visible
    {
        get
        {
            var agencies = scope.Agencies;
            return db.ApiKeys.Where(k => agencies.Any(a => a.Id == k.Agency));
        }
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = await Visible.AsNoTracking().Where(k => k.Id == Id).OrMissingAsync(cancel);
        AgencyName = await db.Agencies.Where(a => a.Id == Shown.Agency).Select(a => a.Name).SingleAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var key = await Visible.Where(k => k.Id == Id).OrMissingAsync(cancel);
        await db.RecordAsync(key.Revoke(clock.GetUtcNow()), cancel);
        return LocalRedirect("~/api-keys");
    }
}
