using Amparo.Accounts.Sessions;
using Amparo.Accounts.Users;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Conduct;

/// <summary>The code of conduct, read and accepted before the first work, and again when it changes.</summary>
[SignedIn]
[BeforeConduct]
[EachTime]
internal sealed class ConductModel(Db db, Viewer viewer, CodeOfConduct conduct, TimeProvider clock) : PageModel
{
    /// <summary>Begins the names of this page's own fields.</summary>
    public const string Field = nameof(ConductVersion);

    /// <summary>Which text was on the page.</summary>
    [BindProperty]
    public string? ConductVersion { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    public CodeOfConduct Text => conduct;

    public StoppedForm Stopped => new(Request, Field, To);

    public DateTimeOffset? AcceptedAt { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var user = await db.Users.Where(u => u.Id == viewer.User).OrMissingAsync(cancel);
        AcceptedAt = user.Accepts(conduct) ? user.ConductAt : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var user = await db.Users.Where(u => u.Id == viewer.User).OrMissingAsync(cancel);
        // Accepted meanwhile in another window.
        if (user.Accepts(conduct))
            return Stopped.GoOn();
        if (!Stopped.WasShown)
            return Page();
        await db.RecordAsync(user.AcceptConduct(conduct, ConductVersion, clock.GetUtcNow()), cancel);
        return Stopped.GoOn();
    }
}
