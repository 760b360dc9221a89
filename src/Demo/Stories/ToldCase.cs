using Amparo.Cases;
using Amparo.Cases.Screenings;
using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Demo.History;
using Amparo.Platform;
using Amparo.Platform.Protection;
using Amparo.Screening;

namespace Amparo.Demo.Stories;

/// <summary>Tells how the case of a call is followed: what it is about, who is in it, and what is asked about those who may be victims.</summary>
/// <param name="screening">What was answered in the call.</param>
internal sealed class ToldCase(Telling telling, Cast cast, StoryCase story, Contact contact, EarlierScreening screening)
{
    private readonly Seals _seals = telling.The<Seals>();
    private readonly CaseCodes _codes = telling.The<CaseCodes>();

    public async Task TellAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var (@case, opened) = Case.Open(cast.Operator, new Code(_codes.States.All[0].Code), contact.Id, at);
        telling.Db.Add(@case);
        await telling.ActAsync(cast.Operator, at, () => opened, cancel);
        await telling.ActAsync(cast.Operator, at, () => @case.Write(story.Summary, _seals), cancel);
        foreach (var person in story.People)
            await AddAsync(@case, person, at, cancel);
        if (story.Closing is { } closing)
        {
            var (from, to) = (_codes.States.Find(@case.State.Value)!, _codes.States.All.First(s => s.Closes));
            await telling.ActAsync(cast.Supervisor, at.AddMinutes(5), () => @case.Move(from, to, new Code(closing), at.AddMinutes(5)), cancel);
        }
    }

    private async Task AddAsync(Case @case, StoryPerson told, DateTimeOffset at, CancellationToken cancel)
    {
        var facts = new PersonFacts(new Code(told.Role), new Code(told.AgeGroup), new Code(told.Sex), null, null, told.Note);
        var (person, added) = Person.Add(@case, facts, _codes.Roles.Find(told.Role)!, _seals, at);
        telling.Db.Add(person);
        await telling.ActAsync(cast.Operator, at, () => added, cancel);
        if (told.Answers is { } answers)
            await ScreenAsync(@case, person, answers, at.AddMinutes(1), cancel);
    }

    // The call was about the only one in the case who may be a victim: its answers go on.
    private async Task ScreenAsync(Case @case, Person person, IReadOnlyList<Answered> told, DateTimeOffset at, CancellationToken cancel)
    {
        var own = AnswerSheet.Of(told.Select(a => (a.Question, a.Answer)));
        var known = new Circumstances(screening.Speaker, _codes.AgeOf(person.AgeGroup));
        var counted = new CountedAnswers(telling.The<QuestionBook>().Bank, known, own, [screening]);
        var (sheet, screened) = PersonScreening.Fill(person, _codes.Roles.Find(person.Role.Value), @case, null, counted, cast.Operator, _seals, at);
        telling.Db.Add(sheet);
        await telling.ActAsync(cast.Operator, at, () => screened, cancel);
        var decided = at.AddMinutes(1);
        await telling.ActAsync(cast.Operator, decided, () => sheet.Decide(@case, Conclusion.Of(counted.Says, counted.Says.Results[0], null), cast.Operator, _seals, decided), cancel);
    }
}
