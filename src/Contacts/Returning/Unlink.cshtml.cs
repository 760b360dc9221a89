using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Returning;

/// <summary>It was somebody else after all: the two contacts are apart again, and the history keeps both.</summary>
[Needs(Permission.LinkContact)]
internal sealed class UnlinkModel(Db db, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    /// <summary>The earlier of the two.</summary>
    [FromRoute]
    public ContactId Earlier { get; set; }

    public Contact Contact { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await db.Contacts.VisibleTo(viewer).AsNoTracking().Where(c => c.Id == Id).OrMissingAsync(cancel);
        await FindAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var link = await FindAsync(cancel);
        await db.RecordAsync(link.Part(clock.GetUtcNow()), cancel);
        return Redirect($"/contacts/{Id}#related");
    }

    private Task<ContactLink> FindAsync(CancellationToken cancel) => db.ContactLinks.Where(l => l.Contact == Id && l.Earlier == Earlier).OrMissingAsync(cancel);
}
