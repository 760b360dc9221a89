using Amparo.Contacts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>Hands a contact to an office without danger now: what is asked first, then to whom, on which basis, and exactly what leaves.</summary>
[Needs(Permission.SendReferral)]
internal sealed class SendModel(Db db, SendDesk desk, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public SendChoice Choice { get; set; } = new();

    public Contact Contact { get; private set; } = null!;

    public SendSteps Steps { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var from = await FromAsync(cancel);
        Contact = from.Contact;
        Steps = await desk.StepsAsync(from, Choice, cancel);
        if (Choice.Next)
            Choice.Miss(ModelState);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Choice.Miss(ModelState))
        {
            await db.RecordAsync(await desk.SendAsync(await FromAsync(cancel), Choice, cancel), cancel);
            return Redirect($"/contacts/{Id}");
        }
        await OnGetAsync(cancel);
        return Page();
    }

    private async Task<Sender> FromAsync(CancellationToken cancel)
    {
        var contact = await db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
        return new Sender($"/contacts/{Id}/refer", $"/contacts/{Id}", contact.Agency, contact, null, [], []);
    }
}
