using Amparo.Contacts.Questions;
using Amparo.Platform.Data;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Screenings;

/// <summary>Reads a person's screening: the last sheet, what contacts of the case answered, and which of it counts.</summary>
internal sealed class PersonDesk(Db db, Questionnaire questions, EarlierAnswers earlier, CaseReading reading, CaseCodes codes)
{
    private const int Most = 20;

    /// <summary>The person's last sheet, to be changed.</summary>
    public Task<PersonScreening?> LastAsync(PersonId person, CancellationToken cancel) =>
        db.PersonScreenings.Where(s => s.Person == person).OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The last sheets, the newest first.</summary>
    public async Task<IReadOnlyList<PersonScreening>> HistoryAsync(PersonId person, CancellationToken cancel) =>
        await db.PersonScreenings.AsNoTracking().Where(s => s.Person == person).OrderByDescending(s => s.Number).Take(Most).ToListAsync(cancel);

    /// <summary>What was asked for this person alone.</summary>
    public async Task<AnswerSheet> OwnAsync(PersonScreening? last, CancellationToken cancel) =>
        last is null ? AnswerSheet.Empty : Questionnaire.Parse(await reading.AnswersAsync(last, cancel));

    /// <summary>What the contacts that belong to the case now answered last.</summary>
    public async Task<IReadOnlyList<EarlierScreening>> EarlierAsync(CaseId @case, CancellationToken cancel) =>
        await earlier.LatestAsync(await JoinedAsync(@case, cancel), cancel);

    /// <summary>Which contacts are taken to be about this person before anybody says so: those chosen last; at first all of them, where the person is the
    /// only one of the case it could be.</summary>
    public async Task<IReadOnlyList<EarlierScreening>> ProposedAsync(Person person, PersonScreening? last, IReadOnlyList<EarlierScreening> all, CancellationToken cancel)
    {
        if (last is not null)
            return [.. all.Where(one => one.OfContact.Any(last.From.Contains))];
        var roles = await db.People.Where(p => p.Case == person.Case).Select(p => p.Role).ToListAsync(cancel);
        return roles.Count(role => codes.Roles.Find(role.Value) is { IsPossibleVictim: true }) == 1 ? all : [];
    }

    public CountedAnswers Count(Person person, Speaker speaker, AnswerSheet own, IReadOnlyList<EarlierScreening> from) =>
        new(questions.Bank, new Circumstances(speaker, codes.AgeOf(person.AgeGroup)), own, from);

    /// <summary>What a saved sheet rests on. A contact that was taken out of the case since counts no more.</summary>
    public async Task<CountedAnswers> CountAsync(Person person, PersonScreening saved, CancellationToken cancel) => Count(
        person, saved.Speaker, await OwnAsync(saved, cancel), await earlier.OfAsync(saved.From, await JoinedAsync(person.Case, cancel), cancel));

    private async Task<IReadOnlyList<ContactId>> JoinedAsync(CaseId @case, CancellationToken cancel) =>
        await db.Set<JoinedContact>().Where(j => j.Case == @case && j.PartedAt == null).Select(j => j.Contact).ToListAsync(cancel);
}
