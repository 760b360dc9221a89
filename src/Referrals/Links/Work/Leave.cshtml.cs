using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals.Links.Work;

/// <summary>Somebody at a borrowed telephone is done: whoever holds it next finds nothing.</summary>
[Needs(Permission.SeeReferrals)]
[EachTime]
internal sealed class LeaveModel(Db db, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var link = await db.Links.Where(l => l.Id == viewer.Pass!.Link).OrMissingAsync(cancel);
        await db.RecordAsync(link.Leave(), cancel);
        LinkCookie.Delete(HttpContext);
        return RedirectToPage("/Referrals/Links/Again");
    }
}
