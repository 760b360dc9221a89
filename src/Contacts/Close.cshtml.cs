using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>Wraps a contact up: why they called, and what came of it. Silent and wrong numbers take one key.</summary>
[Needs(Permission.CloseContact)]
internal sealed class CloseModel(Db db, ContactCodes codes, Viewer viewer, TimeProvider clock) : PageModel
{
    private const string NotKnown = "not-known";

    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public CloseInput Input { get; set; } = new();

    public string Reference { get; private set; } = "";

    public IReadOnlyList<Choice> Reasons => codes.Reasons.Choices();

    public IReadOnlyList<Choice> Outcomes => codes.Outcomes.Choices(o => o.Key is null);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Reference = contact.Reference;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => CloseAsync(Input.Reason, Input.Outcome, $"/contacts/{Id}", cancel);

    /// <summary>One key: silent, hung up, wrong number, prank, abusive, test. The next call may already ring: back to the list.</summary>
    public Task<IActionResult> OnPostDismissAsync(CancellationToken cancel) =>
        CloseAsync(NotKnown, codes.Outcomes.Find(Input.Outcome)?.Key is null ? null : Input.Outcome, "/contacts", cancel);

    private async Task<IActionResult> CloseAsync(string? reason, string? outcome, string next, CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        if (!codes.Reasons.Knows(reason) || codes.Outcomes.Find(outcome) is not { } known)
            throw new Refused("contact.close.missing");
        await db.RecordAsync(contact.Close(new Code(reason!), new Code(known.Code), known.CountsAsReport, clock.GetUtcNow()), cancel);
        return Redirect(next);
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class CloseInput
{
    [Required(ErrorMessage = "contact.close.reason-missing")]
    public string? Reason { get; set; } = "not-known";

    [Required(ErrorMessage = "contact.close.outcome-missing")]
    public string? Outcome { get; set; }
}
