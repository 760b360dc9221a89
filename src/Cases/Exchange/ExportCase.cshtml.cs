using System.Globalization;
using Amparo.Cases.Consents;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Exchange;

/// <summary>Writes what people of a case agreed to into a file for another agency's system, after it was looked at. Only the agency that took the case does so.</summary>
[Needs(Permission.ExportCase)]
[EachTime]
internal sealed class ExportCaseModel(Db db, CaseExport export, ConsentLedger ledger, NeverTold neverTold, Handover handover, Viewer viewer, TimeProvider clock) : PageModel
{
    private static readonly Code Preview = new("preview-handover");
    private static readonly Code HandOver = new("hand-over");

    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public AgencyId? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Purpose { get; set; }

    /// <summary>Of what was shown as leaving.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public Case Case { get; private set; } = null!;

    /// <summary>For whom and what for somebody in the case agreed to something.</summary>
    public IReadOnlyList<ExportChoice> Choices { get; private set; } = [];

    public ExportChoice? Chosen => Choices.FirstOrDefault(c => c.To.Id == Agency && c.Purpose.Code == Purpose);

    /// <summary>What would leave, once it is chosen for whom.</summary>
    public ExportedCase? Export { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        Choices = await ChoicesAsync(cancel);
        if (Chosen is { } chosen)
            Export = await export.OfAsync(Case, await OwnAsync(cancel), chosen.To, chosen.Purpose, Preview, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        Choices = await ChoicesAsync(cancel);
        if (Chosen is not { } chosen || await export.OfAsync(Case, await OwnAsync(cancel), chosen.To, chosen.Purpose, HandOver, cancel) is not { } leaving)
            throw new Refused("export.nothing-agreed");
        // What leaves is what was shown, or it is shown again.
        if (Stamp != leaving.Document.Stamp)
            throw new Overtaken();
        var now = clock.GetUtcNow();
        await db.RecordAsync(new CaseExported(Id, chosen.To.Id, new Code(chosen.Purpose.Code), leaving.People), cancel);
        return File(leaving.Document.Write(now), "application/json", string.Create(CultureInfo.InvariantCulture, $"{Case.Reference}-{now:yyyyMMdd}.htcds.json"));
    }

    private async Task<IReadOnlyList<ExportChoice>> ChoicesAsync(CancellationToken cancel)
    {
        var never = await neverTold.OfAsync(Id, cancel);
        var given = await ledger.InForceAsync(db.People.Where(p => p.Case == Id), cancel);
        var agencies = given.Select(g => g.Consent.Agency).Except(never).ToList();
        var named = await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        return
        [
            .. from consent in given
               let purpose = handover.Purposes.Find(consent.Consent.Purpose.Value)
               where purpose is not null && named.ContainsKey(consent.Consent.Agency) && consent.Fields.Any(purpose.Fields.Contains)
               group consent.Person.Id by (Agency: named[consent.Consent.Agency], Purpose: purpose) into chosen
               orderby chosen.Key.Agency.Name, chosen.Key.Purpose.Code
               select new ExportChoice(chosen.Key.Agency, chosen.Key.Purpose, chosen.Distinct().Count()),
        ];
    }

    private Task<Agency> OwnAsync(CancellationToken cancel) => db.Agencies.AsNoTracking().Where(a => a.Id == viewer.Agency).OrMissingAsync(cancel);

    private Task<Case> FindAsync(CancellationToken cancel) =>
        db.Cases.AsNoTracking().Include(c => c.Contacts).VisibleTo(viewer).TakenBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

/// <summary>An agency and what it may know something for.</summary>
/// <param name="People">How many of the case agreed to something.</param>
internal sealed record ExportChoice(Agency To, HandoverPurpose Purpose, int People);
