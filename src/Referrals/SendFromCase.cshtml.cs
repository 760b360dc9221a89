using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals;

/// <summary>Hands a case to an office that must act, with those of its people who go along and what of them may leave.</summary>
[Needs(Permission.SendFromCase)]
internal sealed class SendFromCaseModel(Db db, SendDesk desk, Viewer viewer) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public SendChoice Choice { get; set; } = new();

    public Case Case { get; private set; } = null!;

    /// <summary>Null when no contact is left in the case to send from.</summary>
    public SendSteps? Steps { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        Steps = await FromAsync(Case, cancel) is { } from ? await desk.StepsAsync(from, Choice, cancel) : null;
        if (Choice.Next)
            Choice.Miss(ModelState);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!Choice.Miss(ModelState))
        {
            var from = await FromAsync(await FindAsync(cancel), cancel) ?? throw new Refused("referral.send.no-contact");
            await db.RecordAsync(await desk.SendAsync(from, Choice, cancel), cancel);
            return Redirect($"/cases/{Id}");
        }
        await OnGetAsync(cancel);
        return Page();
    }

    private Task<Case> FindAsync(CancellationToken cancel) =>
        db.Cases.AsNoTracking().HeldBy(viewer).Include(c => c.Contacts).Where(c => c.Id == Id && c.ClosedAt == null).OrMissingAsync(cancel);

    // A case has no place of its own: the newest contact that tells one stands for it, unless another is chosen.
    private async Task<Sender?> FromAsync(Case @case, CancellationToken cancel)
    {
        var joined = @case.Joined.Select(j => j.Contact).ToList();
        var contacts = await db.Contacts.AsNoTracking().Where(c => joined.Contains(c.Id)).OrderBy(c => c.Area == null).ThenByDescending(c => c.OpenedAt).ToListAsync(cancel);
        if ((contacts.FirstOrDefault(c => c.Id == Choice.Contact) ?? contacts.FirstOrDefault()) is not { } contact || viewer.Agency is not { } agency)
            return null;
        var people = await db.People.AsNoTracking().Where(p => p.Case == Id).OrderBy(p => p.AddedAt).ToListAsync(cancel);
        return new Sender($"/cases/{Id}/refer", $"/cases/{Id}", agency, contact, @case, contacts, people);
    }
}
