using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.OpenId;

/// <summary>For somebody whose account at the provider is no longer theirs alone: it opens nothing here any more, and what it opened ends.</summary>
[Needs(Permission.UnbindUser)]
internal sealed class UnbindUserModel(Db db, UserScope scope, OpenIdSettings settings, TimeProvider clock) : PageModel
{
    [FromRoute]
    public UserId Id { get; set; }

    public string Provider => settings.Name;

    public User Shown { get; private set; } = null!;

    public OpenIdBinding Binding { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Shown, Binding) = (await scope.OneAsync(Id, cancel), await BindingAsync(cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await scope.OneAsync(Id, cancel);
        var binding = await BindingAsync(cancel);
        db.Remove(binding);
        await db.Sessions.EndAsync(Id, except: null, clock.GetUtcNow(), cancel);
        await db.RecordAsync(binding.Unbind(), cancel);
        return LocalRedirect($"~/users/{Id}");
    }

    private Task<OpenIdBinding> BindingAsync(CancellationToken cancel) => db.OpenIdBindings.Where(b => b.User == Id).OrMissingAsync(cancel);
}
