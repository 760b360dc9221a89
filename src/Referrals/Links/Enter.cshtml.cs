using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Acts;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals.Links;

/// <summary>Where a mailed link leads: one entry for the code that the line reads out, the same for every link there is or is not.</summary>
/// <remarks>Looking asks the database nothing, so that scanners and previews use nothing up and learn nothing. The form carries no token:
/// a forged one could do no more than its author can alone, and without it the page sets no cookie and is the same byte by byte.</remarks>
[OpenToAll, PublicPage, FewTries, EachTime, IgnoreAntiforgeryToken]
internal sealed class EnterModel(LinkEntry entry, Pack pack) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "link.enter.missing"), StringLength(20, ErrorMessage = "link.enter.missing")]
    public string? Code { get; set; }

    public string Telephone => pack.Country.Line.Number;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (LinkCode.Read(Code) is not { } code)
            ModelState.AddModelError(nameof(Code), "link.enter.missing");
        else if (await entry.TryAsync(Token, code, cancel) is { } opened)
        {
            LinkCookie.Write(HttpContext, opened.Session);
            return RedirectToPage("/Referrals/Links/Work/Details", new { Id = opened.Referral });
        }
        else
            ModelState.AddModelError(nameof(Code), "link.enter.wrong");
        return Page();
    }
}
