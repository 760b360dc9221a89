using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>Opens a closed contact again: they called back, or it was closed by mistake.</summary>
[Needs(Permission.ReopenContact)]
internal sealed class ReopenModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    public string Reference { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel) => Reference = (await FindAsync(cancel)).Reference;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        await db.RecordAsync(contact.Reopen(), cancel);
        return Redirect($"/contacts/{Id}");
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
