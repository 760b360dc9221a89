using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.OpenId;

/// <summary>From now on the provider opens my account no more; password and code do.</summary>
[SignedIn]
internal sealed class UnbindOpenIdModel(Db db, Viewer viewer, OpenIdSettings settings) : PageModel
{
    public string Provider => settings.Name;

    public OpenIdBinding Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = await MineAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var binding = await MineAsync(cancel);
        db.Remove(binding);
        await db.RecordAsync(binding.Unbind(), cancel);
        return LocalRedirect("~/openid");
    }

    private Task<OpenIdBinding> MineAsync(CancellationToken cancel) => db.OpenIdBindings.Where(b => b.User == viewer.User).OrMissingAsync(cancel);
}
