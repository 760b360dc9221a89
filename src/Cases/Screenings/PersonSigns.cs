using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Screenings;

/// <summary>What the last screening of each person answers to each indicator. Who was not screened is left out.</summary>
internal sealed class PersonSigns(Db db, PersonDesk desk, ScreeningSigns signs)
{
    public async Task<IReadOnlyDictionary<PersonId, IReadOnlyDictionary<string, Answer>>> OfAsync(IReadOnlyCollection<Person> people, CancellationToken cancel)
    {
        var ids = people.Select(p => p.Id).ToList();
        var all = await db.PersonScreenings.AsNoTracking().Where(s => ids.Contains(s.Person)).ToListAsync(cancel);
        Dictionary<PersonId, IReadOnlyDictionary<string, Answer>> found = [];
        foreach (var last in all.GroupBy(s => s.Person).Select(of => of.MaxBy(s => s.Number)!))
            found[last.Person] = signs.Of([(await desk.CountAsync(people.Single(p => p.Id == last.Person), last, cancel)).Together]);
        return found;
    }
}
