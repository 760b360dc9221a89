using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>Plans what is still to be done, within what the safety check allows.</summary>
[Needs(Permission.PlanFollowUp)]
internal sealed class PlanFollowUpModel(Db db, ContactCodes codes, Pack pack, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public FollowUpInput Input { get; set; } = new();

    public Contact Contact { get; private set; } = null!;

    public IReadOnlyList<Choice> Acts => codes.FollowUps.Choices();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await FindAsync(cancel);
        Input.Day ??= pack.Country.Today(clock);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Contact = await FindAsync(cancel);
        if (!codes.FollowUps.Knows(Input.Act))
            throw new Refused("follow-up.act-missing");
        var (day, time) = (Input.Day!.Value, Input.Time!.Value);
        var (followUp, planned) = FollowUp.Plan(Contact, new Code(Input.Act!), pack.Country.Instant(day, time), time, Input.Note?.Trim(), seals, clock.GetUtcNow());
        db.FollowUps.Add(followUp);
        await db.RecordAsync(planned, cancel);
        return Redirect($"/contacts/{Id}#follow-ups");
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class FollowUpInput
{
    [Required(ErrorMessage = "follow-up.act-missing")]
    public string? Act { get; set; } = "call-back";

    [Required(ErrorMessage = "follow-up.day-missing")]
    public DateOnly? Day { get; set; }

    [Required(ErrorMessage = "follow-up.time-missing")]
    public TimeOnly? Time { get; set; }

    [StringLength(500)]
    public string? Note { get; set; }
}
