using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>An office asks for a fresh link by the reference it was told. The answer is the same whether there is one, and the link goes to
/// the office's known address alone.</summary>
[OpenToAll, PublicPage, FewTries, EachTime, IgnoreAntiforgeryToken]
internal sealed class AgainModel(Db db, LinkPost post, Pack pack) : PageModel
{
    [BindProperty, Required(ErrorMessage = "link.again.missing"), StringLength(20, ErrorMessage = "link.again.missing")]
    public string? Reference { get; set; }

    [BindProperty(SupportsGet = true, Name = "asked")]
    public bool IsAsked { get; set; }

    public string Telephone => pack.Country.Line.Number;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (SpokenReference.Read(Reference) is not { } reference)
        {
            ModelState.AddModelError(nameof(Reference), "link.again.missing");
            return Page();
        }
        // A reference may, rarely, stand for two.
        var open = await db.Referrals.AsNoTracking().Where(r => r.Reference == reference && r.EndedAt == null).ToListAsync(cancel);
        foreach (var referral in open)
        {
            if (await post.WhyNotAsync(referral, cancel) is null)
                await db.RecordAsync(new LinkAsked(referral.Id, referral.Contact), cancel);
        }
        return RedirectToPage(new { asked = true });
    }
}
