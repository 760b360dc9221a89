using Amparo.Cases.Consents;
using Amparo.Cases.Screenings;
using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Exchange;

/// <summary>Writes a case in the words of the standard for one agency and one purpose: of each person what they agreed to, and of what is about
/// all of them what all agreed to.</summary>
internal sealed class CaseExport(Db db, ConsentLedger ledger, PeopleExport people, SituationExport situations, PersonSigns signs, Handover handover, CaseCodes codes, HtcdsCodes htcds, Pack pack)
{
    /// <param name="purpose">A code of the pack's purposes: what the agency is asked to do.</param>
    /// <param name="reading">Why the words are read: to look at them before, or to hand them over.</param>
    /// <returns>Null when nobody in the case agreed to anything for this agency and purpose.</returns>
    public async Task<ExportedCase?> OfAsync(Case @case, Agency from, Agency to, HandoverPurpose purpose, Code reading, CancellationToken cancel)
    {
        var known = db.People.AsNoTracking().Where(p => p.Case == @case.Id).OrderBy(p => p.AddedAt).Include(p => p.Decisions);
        var given = await ledger.InForceAsync(db.People.Where(p => p.Case == @case.Id), to.Id, [new Code(purpose.Code)], cancel);
        var fields = handover.FieldsOf(new Code(purpose.Code));
        var agreed = given.SelectMany(g => g.Fields.Where(fields.Contains), (g, field) => (g.Person.Id, field)).ToLookup(g => g.Id, g => g.field);
        var all = await known.ToListAsync(cancel);
        var taken = all.Where(p => agreed.Contains(p.Id)).ToList();
        if (taken.Count == 0)
            return null;
        var shared = new Agreed(fields, [.. taken.Select(p => agreed[p.Id].ToHashSet())], ledger);
        var screened = await signs.OfAsync([.. taken.Where(p => agreed[p.Id].Contains("form"))], cancel);
        var forms = shared.To("form") ? await situations.FormsAsync(@case, cancel) : [];
        // What is asked of the situation is somebody's only where there is nobody else it could be.
        var alone = taken.Where(p => htcds.Statuses.GetValueOrDefault(p.Status?.Value ?? "") is not null).ToList() is [var one] ? one : null;
        // Who was screened has methods of their own, in which what contacts told of them counts already.
        var methods = shared.To("form") && (alone is null || !screened.ContainsKey(alone.Id)) ? await situations.MethodsAsync(@case, cancel) : [];
        // People first: who looks at it before it leaves must see their names at once.
        HtcdsRecord[] records =
        [
            .. await people.OfAsync(taken, agreed, person => [.. Alone(person), .. screened.TryGetValue(person.Id, out var said) ? situations.Methods(said) : []], reading, cancel),
            .. await situations.CommentAsync(@case, shared, reading, cancel),
            .. await situations.PlacesAsync(@case, shared, reading, cancel),
            CaseOf(@case, from, to, purpose, all.Count - taken.Count, shared, alone is null ? [.. forms, .. methods] : []),
            .. given.Where(g => agreed.Contains(g.Person.Id)).Select(g => people.ConsentOf(g, taken.FindIndex(p => p.Id == g.Person.Id) + 1, to, purpose)),
            Organization(from), Organization(to),
        ];
        return new ExportedCase(new HtcdsDocument(records), taken.Count, all.Count - taken.Count);

        IReadOnlyList<HtcdsField> Alone(Person person) => person == alone ? [.. forms, .. methods] : [];
    }

    private HtcdsRecord Organization(Agency agency)
    {
        List<HtcdsField> fields = [new("x_Agency", agency.Code.Value), new("org_Name", agency.Name), new("org_ShippingCountry", pack.Country.Code)];
        if (htcds.AgencyKinds.GetValueOrDefault(agency.Kind.Value) is { } type)
            fields.Add(new("org_Type", type));
        return new HtcdsRecord(HtcdsRecord.Organization, fields);
    }

    private HtcdsRecord CaseOf(Case @case, Agency from, Agency to, HandoverPurpose purpose, int withheld, Agreed shared, IReadOnlyList<HtcdsField> situation)
    {
        List<HtcdsField> fields =
        [
            new("x_Reference", @case.Reference),
            new("cas_ReferringOrganisation", from.Code.Value, from.Name),
            new("cas_ReferredOrganisation", to.Code.Value, to.Name),
            new("cas_OutgoingReferralDetails", purpose.Label.ToString()),
            new("x_Purpose", purpose.Code, purpose.Label.ToString()),
            new("x_PeopleWithheld", withheld),
        ];
        if (StatusOf(@case) is { } status)
            fields.Add(new("cas_Status", status, codes.States.Name(@case.State)));
        if (htcds.Purposes.GetValueOrDefault(purpose.Code) is { } reason)
            fields.Add(new("cas_ReasonForOutgoingReferral", reason, purpose.Label.ToString()));
        if (@case.Closing is { } closing && shared.To("summary"))
            fields.Add(new("cas_ReasonForCaseClosure", codes.Closings.Name(closing)));
        return new HtcdsRecord(HtcdsRecord.Case, [.. fields, .. situation]);
    }

    private string? StatusOf(Case @case) =>
        htcds.Closings.GetValueOrDefault(@case.Closing?.Value ?? "") ?? htcds.States.GetValueOrDefault(@case.State.Value);
}

/// <summary>A case as it would leave.</summary>
/// <param name="People">How many stand in it.</param>
/// <param name="Withheld">How many of the case do not, for they did not agree.</param>
internal sealed record ExportedCase(HtcdsDocument Document, int People, int Withheld);

/// <summary>What everybody in a file agreed to, of what the purpose needs.</summary>
internal sealed record Agreed(IReadOnlyList<string> Needed, IReadOnlyList<IReadOnlySet<string>> ByPerson, ConsentLedger Ledger)
{
    /// <summary>Whether what is about all of them may leave. A field that nobody can agree to, an area say, tells nothing of one person.</summary>
    public bool To(string field) => Needed.Contains(field) && (!Ledger.Knows(field) || ByPerson.All(fields => fields.Contains(field)));
}
