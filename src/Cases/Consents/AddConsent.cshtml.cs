using System.ComponentModel.DataAnnotations;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Consents;

/// <summary>Records what somebody agreed to. Only the agency that took the case may: nobody opens a person to themselves.</summary>
[Needs(Permission.GiveConsent)]
internal sealed class AddConsentModel(Db db, CaseCodes cases, ConsentCodes codes, Handover handover, Pack pack, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public PersonId Id { get; set; }

    /// <summary>Asked for by a page that lacks this very consent.</summary>
    [BindProperty(SupportsGet = true, Name = "agency")]
    public AgencyId? Agency { get; set; }

    [BindProperty(SupportsGet = true, Name = "purpose")]
    public string? Purpose { get; set; }

    [BindProperty]
    public ConsentInput Input { get; set; } = new();

    public bool IsChild { get; private set; }

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public IReadOnlyList<Choice> Purposes => handover.Purposes.Choices();

    public IReadOnlyList<Choice> Groups => codes.Groups.Choices();

    public IReadOnlyList<Choice> Forms => [.. codes.Forms.All.Select(f => new Choice(f.Code, f.Label.ToString(), f.Meaning.ToString()))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IsChild = cases.IsChild((await FindAsync(cancel)).AgeGroup);
        Agencies = [.. (await db.Agencies.AsNoTracking().Where(a => a.Id != viewer.Agency).OrderBy(a => a.Name).ToListAsync(cancel)).Select(a => new Choice(a.Id.ToString(), a.Name))];
        Input.Agency ??= Agency;
        Input.Purpose ??= Purpose;
        Input.GivenOn ??= pack.Country.Today(clock);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var person = await FindAsync(cancel);
        var @case = await db.Cases.AsNoTracking().Where(c => c.Id == person.Case).OrMissingAsync(cancel);
        if (!await db.Agencies.AnyAsync(a => a.Id == Input.Agency && a.Id != viewer.Agency, cancel))
            throw new Refused("consent.agency-missing");
        var (consent, given) = Consent.Give(person, @case, Input.Read(codes, handover), codes, pack.Country.Today(clock), clock.GetUtcNow());
        db.Consents.Add(consent);
        await db.RecordAsync(given, cancel);
        return Redirect($"/people/{Id}#consents");
    }

    private Task<Person> FindAsync(CancellationToken cancel) => db.People.AsNoTracking().In(db.Cases.TakenBy(viewer)).Where(p => p.Id == Id).OrMissingAsync(cancel);
}

internal sealed class ConsentInput
{
    [Required(ErrorMessage = "consent.agency-missing")]
    public AgencyId? Agency { get; set; }

    [Required(ErrorMessage = "consent.purpose-missing")]
    public string? Purpose { get; set; }

    public List<string> Groups { get; set; } = [];

    [Required(ErrorMessage = "consent.form-missing")]
    public string? Form { get; set; }

    [Required(ErrorMessage = "consent.given-missing")]
    public DateOnly? GivenOn { get; set; }

    [Required(ErrorMessage = "consent.until-missing")]
    public DateOnly? Until { get; set; }

    /// <exception cref="Refused">A code is none of the pack's.</exception>
    public ConsentTerms Read(ConsentCodes codes, Handover handover) => new(
        Agency!.Value,
        handover.Purposes.Find(Purpose) is { } purpose ? new Code(purpose.Code) : throw new Refused("consent.purpose-missing"),
        [.. Groups.Distinct().Select(group => codes.Groups.Find(group) ?? throw new Refused("consent.groups-missing"))],
        codes.Forms.Find(Form) ?? throw new Refused("consent.form-missing"),
        GivenOn!.Value,
        Until!.Value);
}
