using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>The safety check: asked first, always. Its answers bind every later act.</summary>
[Needs(Permission.CheckSafety)]
internal sealed class CheckSafetyModel(Db db, SafetyForms forms, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public SafetyInput Input { get; set; } = new();

    public SafetyForm Form { get; private set; } = null!;

    public string Reference { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Reference = contact.Reference;
        Form = await forms.ForAsync(contact, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Stamp.RefuseOlder(Input.Stamp, contact.SafetyStamp);
        await db.RecordAsync(contact.CheckSafety(await forms.ReadAsync(contact, Input, cancel)), cancel);
        return Redirect($"/contacts/{Id}");
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
