using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>Opens a contact the moment somebody calls: durable before anything is typed.</summary>
[Needs(Permission.OpenContact)]
internal sealed class OpenModel(Db db, ContactCodes codes, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "contact.open.channel-missing")]
    public string? Channel { get; set; } = "call";

    public IReadOnlyList<Choice> Channels => codes.Channels.Choices();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!codes.Channels.Knows(Channel))
        {
            ModelState.AddModelError(nameof(Channel), "contact.open.channel-missing");
            return Page();
        }
        var (contact, opened) = Contact.Open(viewer, new Code(Channel!), clock.GetUtcNow());
        db.Contacts.Add(contact);
        await db.RecordAsync(opened, cancel);
        return Redirect($"/contacts/{contact.Id}");
    }
}
