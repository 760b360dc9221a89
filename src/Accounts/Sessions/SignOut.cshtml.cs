using Amparo.Accounts.Conduct;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Accounts.Sessions;

[SignedIn]
[WhileIdle]
[BeforeConduct]
[EachTime]
internal sealed class SignOutModel(Db db, Viewer viewer, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var session = await db.Sessions.Where(s => s.Id == viewer.Session).OrMissingAsync(cancel);
        await db.RecordAsync(session.SignOut(clock.GetUtcNow()), cancel);
        SessionCookie.Delete(HttpContext);
        return LocalRedirect("~/");
    }
}
