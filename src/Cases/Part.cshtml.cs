using Amparo.Contacts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Takes a contact out of a case it does not belong to. It may join another.</summary>
[Needs(Permission.PartContact)]
internal sealed class PartModel(Db db, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [FromRoute]
    public ContactId Contact { get; set; }

    public Case Case { get; private set; } = null!;

    public string ContactReference { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        ContactReference = await db.Contacts.Where(c => c.Id == Contact).Select(c => c.Reference).OrMissingAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        await db.RecordAsync(Case.Part(Contact, clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<Case> FindAsync(CancellationToken cancel) =>
        db.Cases.Include(c => c.Contacts).HeldBy(viewer).Where(c => c.Id == Id && c.Contacts.Any(j => j.Contact == Contact)).OrMissingAsync(cancel);
}
