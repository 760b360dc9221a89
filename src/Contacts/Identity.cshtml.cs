using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>Who called and how to reach them. Every look is recorded.</summary>
[Needs(Permission.CheckSafety)]
internal sealed class IdentityModel(Db db, ContactReading reading, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    public Contact Contact { get; private set; } = null!;

    public CallerIdentity Caller { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await db.Contacts.AsNoTracking().VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
        Caller = await reading.IdentityAsync(Contact, cancel);
    }
}
