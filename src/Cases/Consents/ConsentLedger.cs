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
        IReadOnlyCollection<PersonId> people, AgencyId agency, IReadOnlyCollection<Code> purposes, CancellationToken cancel) =>
        (await InForceAsync(_db.People.Where(p => people.Contains(p.Id)), agency, purposes, cancel))
            .SelectMany(given => given.Fields, (given, field) => (given.Person.Id, field)).ToLookup(f => f.Id, f => f.field);

    /// <summary>The consents in force that let an agency know something, with whose they are.</summary>
    internal Task<IReadOnlyList<GivenConsent>> InForceAsync(IQueryable<Person> people, AgencyId agency, IReadOnlyCollection<Code> purposes, CancellationToken cancel) =>
        InForceAsync(people, _db.Consents.Where(c => c.Agency == agency && purposes.Contains(c.Purpose)), cancel);

    /// <summary>The consents in force for whichever agency and purpose.</summary>
    internal Task<IReadOnlyList<GivenConsent>> InForceAsync(IQueryable<Person> people, CancellationToken cancel) => InForceAsync(people, _db.Consents, cancel);

    private async Task<IReadOnlyList<GivenConsent>> InForceAsync(IQueryable<Person> people, IQueryable<Consent> consents, CancellationToken cancel)
    {
        var today = _pack.Country.Today(_clock);
        var given = await consents.AsNoTracking()
            .Where(c => c.WithdrawnAt == null && c.Until >= today)
            .Join(people, c => c.Person, p => p.Id, (c, p) => new { Consent = c, Person = p })
            .ToListAsync(cancel);
        return [.. given.Select(g => new GivenConsent(g.Consent, g.Person, [.. _codes.FieldsOf(g.Consent, g.Person).Distinct()])).Where(g => g.Fields.Count > 0)];
    }
}

/// <summary>A consent in force.</summary>
/// <param name="Fields">The hand-over fields it covers, as old as the person is held to be today.</param>
internal sealed record GivenConsent(Consent Consent, Person Person, IReadOnlyList<string> Fields);
