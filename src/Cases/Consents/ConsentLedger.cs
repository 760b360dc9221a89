using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Consents;

/// <summary>Says what people let an agency know at this moment. Asked at every reading and at every sending, never kept.</summary>
public sealed class ConsentLedger
{
    private readonly Db _db;
    private readonly ConsentCodes _codes;
    private readonly Pack _pack;
    private readonly TimeProvider _clock;

    internal ConsentLedger(Db db, ConsentCodes codes, Pack pack, TimeProvider clock) => (_db, _codes, _pack, _clock) = (db, codes, pack, clock);

    /// <summary>Whether anybody can agree to a field at all. The others, an area say, tell nothing of one person.</summary>
    public bool Knows(string field) => _codes.Groups.All.Any(group => group.Fields.Contains(field));

    /// <summary>The hand-over fields in force for an agency and any of the purposes, by person.</summary>
    public async Task<ILookup<PersonId, string>> FieldsAsync(
        IReadOnlyCollection<PersonId> people, AgencyId agency, IReadOnlyCollection<Code> purposes, CancellationToken cancel)
    {
        var today = _pack.Country.Today(_clock);
        var given = await _db.Consents.AsNoTracking()
            .Where(c => people.Contains(c.Person) && c.Agency == agency && purposes.Contains(c.Purpose))
            .Where(c => c.WithdrawnAt == null && c.Until >= today)
            .Join(_db.People, c => c.Person, p => p.Id, (c, p) => new { Consent = c, Person = p })
            .ToListAsync(cancel);
        return given.SelectMany(g => _codes.FieldsOf(g.Consent, g.Person), (g, field) => (g.Person.Id, field)).ToLookup(f => f.Id, f => f.field);
    }
}
