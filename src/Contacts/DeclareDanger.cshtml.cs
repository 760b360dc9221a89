using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>Immediate danger: shows exactly what leaves and to whom; one more press sends it. Never refuses.</summary>
[Needs(Permission.DeclareDanger)]
internal sealed class DeclareDangerModel(
    Db db, DutyRoster roster, Handover handover, HandoverText words, Pack pack, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int MostOffices = 4;
    private static readonly Code Rescue = new("rescue");

    [FromRoute]
    public ContactId Id { get; set; }

    /// <summary>The office chosen among those shown.</summary>
    [BindProperty]
    public OfficeId? Office { get; set; }

    public Contact Contact { get; private set; } = null!;

    public IReadOnlyList<Office> Offices { get; private set; } = [];

    public IReadOnlyList<(string Label, string Words)> Leaving { get; private set; } = [];

    public Country Country => pack.Country;

    public string? AreaPath => Contact.Area is { } area ? pack.Areas.Path(area.Value) : null;

    public bool IsOpenNow(Office office) => office.Hours.IsOpen(Local);

    public DutyContact? Answering(Office office) => office.OnDuty(Local);

    private DateTime Local => pack.Country.Local(clock.GetUtcNow()).DateTime;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await FindAsync(cancel);
        Offices = await CandidatesAsync(cancel);
        Office ??= Offices.FirstOrDefault()?.Id;
        Leaving = await words.ShowAsync(Contact, handover.Of(Contact, Rescue), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Contact = await FindAsync(cancel);
        Offices = await CandidatesAsync(cancel);
        var office = Offices.FirstOrDefault(o => o.Id == Office) ?? Offices.FirstOrDefault();
        await db.RecordAsync(Contact.DeclareDanger(office?.Id, clock.GetUtcNow()), cancel);
        return Redirect($"/contacts/{Id}");
    }

    private async Task<IReadOnlyList<Office>> CandidatesAsync(CancellationToken cancel)
    {
        var never = Contact.Safety?.NeverTell ?? [];
        var near = await roster.AllAsync(Rescue, Contact.Area, never, cancel);
        if (near.Count > 0)
            return [.. near.Take(MostOffices)];
        return await roster.FindAsync(Rescue, Contact.Area, never, cancel) is { } national ? [national] : [];
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
