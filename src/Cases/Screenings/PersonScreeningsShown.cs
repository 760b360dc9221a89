using Amparo.Contacts.Questions;
using Amparo.Platform.Data;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Screenings;

/// <summary>What pages of a case show of its people's screenings: what was concluded last, never an answer.</summary>
internal sealed class PersonScreeningsShown(Db db, PersonDesk desk, PersonPast past, CaseReading reading, CaseCodes codes)
{
    /// <summary>The last conclusion about each person of a case; null where the answers still stand alone.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Result?>> OfCaseAsync(CaseId @case, CancellationToken cancel)
    {
        var all = await db.PersonScreenings.AsNoTracking().Where(s => s.Case == @case).Select(s => new { s.Person, s.Number, s.Decision }).ToListAsync(cancel);
        return all.GroupBy(s => s.Person).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Number)!.Decision);
    }

    /// <param name="mayScreen">Whether an act's button stands there.</param>
    public async Task<ScreeningsOfPerson?> OfPersonAsync(Person person, bool mayScreen, CancellationToken cancel)
    {
        var history = await desk.HistoryAsync(person.Id, cancel);
        var isScreened = codes.Roles.Find(person.Role.Value) is { IsPossibleVictim: true };
        if ((!isScreened && history.Count == 0) || !await reading.MayReadScreeningAsync(person, cancel))
            return null;
        return new ScreeningsOfPerson(person.Id, await past.OfAsync(history, withReasons: 1, cancel), mayScreen && isScreened);
    }
}

/// <param name="Past">The newest first.</param>
internal sealed record ScreeningsOfPerson(PersonId Person, IReadOnlyList<PastScreening> Past, bool MayScreen);
