using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Returning;

/// <summary>The caller says the words they were given: this contact is joined to that one, and nothing else is told.</summary>
[Needs(Permission.LinkContact)]
[EachTime]
internal sealed class ReturningModel(Db db, ReturnDesk desk, Texts texts, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty, Required(ErrorMessage = "contact.returning.missing"), StringLength(300)]
    public string? Words { get; set; }

    public Contact Contact { get; private set; } = null!;

    public int Length => desk.Length;

    public async Task OnGetAsync(CancellationToken cancel) =>
        Contact = await db.Contacts.VisibleTo(viewer).AsNoTracking().Where(c => c.Id == Id).OrMissingAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        await desk.RefuseGuessingAsync(cancel);
        var said = ReturnWords.Read(Words!);
        if (desk.Misheard(said) is var (key, detail))
        {
            ModelState.AddModelError(nameof(Words), texts[key, detail]);
            return Page();
        }
        if (await desk.FindAsync(said, cancel) is not { } earlier)
        {
            await db.RecordAsync(new ReturnRefused(Id, Contact.Agency), cancel);
            throw new Refused("contact.returning.none");
        }
        if (earlier == Id)
            throw new Refused("contact.returning.same");
        await JoinAsync(earlier, cancel);
        return Redirect($"/contacts/{Id}#related");
    }

    private async Task JoinAsync(ContactId earlier, CancellationToken cancel)
    {
        var link = await db.ContactLinks.SingleOrDefaultAsync(l => l.Contact == Id && l.Earlier == earlier, cancel);
        // Said twice, or sent twice: it is joined already.
        if (link is { PartedAt: null })
            return;
        if (link is null)
            db.ContactLinks.Add(link = ContactLink.Of(Id, earlier));
        await db.RecordAsync(link.Join(clock.GetUtcNow()), cancel);
    }
}
