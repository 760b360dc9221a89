using Amparo.Contacts.Questions;
using Amparo.Contacts.Returning;
using Amparo.Platform.Clocks;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>The desk: one contact, in the order of a call: safety, words, place, decision; danger one key away.</summary>
[Needs(Permission.SeeContacts)]
internal sealed class DetailsModel(
    Db db, ContactCodes codes, Pack pack, SafetyForms safety, AccountForms account, PlaceForms place,
    RelatedContacts related, ClockFaces clocks, Timelines timelines, IStaff staff, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    public Contact Contact { get; private set; } = null!;

    public string Channel => codes.Channels.Name(Contact.Channel);

    public string TakenBy { get; private set; } = "";

    public SafetyForm? SafetyForm { get; private set; }

    public IReadOnlyList<string> NeverTold { get; private set; } = [];

    public string TierName => codes.Tiers.Name(Contact.Safety?.Tier);

    public AccountForm Account { get; private set; } = null!;

    public PlaceForm Place { get; private set; } = null!;

    public IReadOnlyList<Outcome> OneKey => [.. codes.Outcomes.All.Where(o => o.Key is not null)];

    public string ReasonName => codes.Reasons.Name(Contact.Reason);

    public string OutcomeName => codes.Outcomes.Name(Contact.Outcome);

    public string FormName => codes.Forms.Name(Contact.Form);

    public IReadOnlyList<ClockFace> Clocks { get; private set; } = [];

    /// <summary>The last screening, and in words what somebody made of it.</summary>
    public ScreeningSheet? Screening { get; private set; }

    public IReadOnlyList<Moment> Timeline { get; private set; } = [];

    public IReadOnlyList<(FollowUp FollowUp, string Act)> FollowUps { get; private set; } = [];

    public Related Related { get; private set; } = null!;

    public Country Country => pack.Country;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await db.Contacts.AsNoTracking().VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
        TakenBy = (await staff.FindAsync([Contact.TakenBy], cancel)).Values.FirstOrDefault()?.Name ?? "";
        if (Contact.Safety is null)
            SafetyForm = await safety.ForAsync(Contact, cancel);
        else
            NeverTold = await NeverToldAsync(Contact.Safety, cancel);
        Account = await account.ForAsync(Contact, withDraft: true, cancel);
        Place = await place.ForAsync(Contact, cancel);
        Screening = await db.Screenings.AsNoTracking().Where(s => s.Contact == Id).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);
        Related = await related.OfAsync(Contact, cancel);
        Clocks = await clocks.OfAsync(Contact.Id, cancel);
        Timeline = await timelines.OfAsync(Contact.Id, cancel);
        var followUps = await db.FollowUps.AsNoTracking().VisibleTo(viewer).Where(f => f.Contact == Id).OrderBy(f => f.DueAt).ToListAsync(cancel);
        FollowUps = [.. followUps.Select(f => (f, codes.FollowUps.Name(f.Act)))];
    }

    private async Task<IReadOnlyList<string>> NeverToldAsync(Safety found, CancellationToken cancel)
    {
        var ids = found.NeverTell.ToList();
        return ids.Count == 0 ? [] : await db.Agencies.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Name).Select(a => a.Name).ToListAsync(cancel);
    }
}
