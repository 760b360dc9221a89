using System.ComponentModel.DataAnnotations;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Referrals;

/// <summary>Hands a contact to an office without danger now: what is asked first, then to whom, on which basis, and exactly what leaves.</summary>
[Needs(Permission.SendReferral)]
internal sealed class SendModel(
    Db db, DutyRoster roster, Handover handover, HandoverText words, ReferralCodes codes, Dispatch dispatch, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "purpose")]
    public string? Purpose { get; set; }

    [BindProperty]
    public SendInput Input { get; set; } = new();

    public Contact Contact { get; private set; } = null!;

    public IReadOnlyList<Choice> Purposes => handover.Purposes.Choices();

    public string? PurposeName => handover.Purposes.Find(Purpose)?.Label.ToString();

    public IReadOnlyList<Office> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> OfficeChoices => [.. Offices.Select(o => new Choice(o.Id.ToString(), o.Name, o.Phone))];

    public IReadOnlyList<Choice> Bases => [.. codes.Bases.All.Select(b => new Choice(b.Code, b.Label.ToString(), b.Meaning.ToString()))];

    public IReadOnlyList<(string Label, string Words)> Leaving { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await FindAsync(cancel);
        if (handover.Purposes.Find(Purpose) is not { } purpose)
            return;
        Offices = await CandidatesAsync(new Code(purpose.Code), cancel);
        Leaving = await words.ShowAsync(Contact, handover.Of(Contact, new Code(purpose.Code)), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Contact = await FindAsync(cancel);
        var purpose = handover.Purposes.Find(Purpose) ?? throw new Refused("referral.send.purpose-missing");
        var basis = codes.Bases.Find(Input.Basis) ?? throw new Refused("referral.send.basis-missing");
        Offices = await CandidatesAsync(new Code(purpose.Code), cancel);
        var office = Offices.FirstOrDefault(o => o.Id == Input.Office) ?? throw new Refused("referral.send.office-missing");
        var sent = dispatch.Send(Contact, office, new Code(purpose.Code), new Code(basis.Code), Urgency.Ordinary);
        await db.RecordAsync(sent, cancel);
        return Redirect($"/contacts/{Id}");
    }

    private Task<IReadOnlyList<Office>> CandidatesAsync(Code purpose, CancellationToken cancel) =>
        roster.AllAsync(purpose, Contact.Area, Contact.Safety?.NeverTell ?? [], cancel);

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class SendInput
{
    [Required(ErrorMessage = "referral.send.office-missing")]
    public OfficeId? Office { get; set; }

    [Required(ErrorMessage = "referral.send.basis-missing")]
    public string? Basis { get; set; }
}
