using Amparo.Contacts;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Consents;

/// <summary>The consents of a person as their page shows them: what is in force first, then what ended.</summary>
internal sealed class ConsentList(Db db, ConsentCodes codes, Handover handover, Pack pack, Viewer viewer, TimeProvider clock)
{
    public async Task<IReadOnlyList<ConsentRow>> OfAsync(Person person, CancellationToken cancel)
    {
        var rows = await db.Consents.AsNoTracking().VisibleTo(viewer, db).Where(c => c.Person == person.Id).Join(db.Agencies, c => c.Agency, a => a.Id, (c, a) => new { Consent = c, a.Name }).ToListAsync(cancel);
        var today = pack.Country.Today(clock);
        return
        [
            .. rows.Select(row => new ConsentRow(
                row.Consent,
                row.Name,
                handover.Purposes.Name(row.Consent.Purpose),
                codes.Forms.Name(row.Consent.Form),
                [.. row.Consent.Groups.Select(group => new AgreedGroup(codes.Groups.Name(group), !codes.FieldsOf(row.Consent, person, group).Any()))],
                row.Consent.StateOn(today)))
            .OrderBy(row => row.State).ThenByDescending(row => row.Consent.RecordedAt),
        ];
    }
}

internal sealed record ConsentRow(Consent Consent, string Agency, string Purpose, string Form, IReadOnlyList<AgreedGroup> Groups, ConsentState State)
{
    public bool IsInForce => State == ConsentState.InForce;
}

/// <param name="IsVoid">It does not count: the person is held to be under 18 and nobody who represents them agreed.</param>
internal sealed record AgreedGroup(string Name, bool IsVoid);
