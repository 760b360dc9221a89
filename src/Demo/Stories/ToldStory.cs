using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Demo.Stories;

/// <summary>Tells one story of these days, step by step as an operator works through a call.</summary>
internal sealed class ToldStory(Telling telling, Cast cast, DayStory story, DateTimeOffset start)
{
    private readonly Seals _seals = telling.The<Seals>();
    private readonly Viewer _who = cast.Operator;

    public async Task TellAsync(CancellationToken cancel)
    {
        var (contact, opened) = Contact.Open(_who, new Code("call"), start);
        telling.Db.Contacts.Add(contact);
        await telling.ActAsync(_who, start, () => opened, cancel);
        await HearAsync(contact, cancel);
        var screening = await ScreenAsync(contact, cancel);
        List<(int After, Func<Task> Do)> steps = [];
        if (story.Length is { } length)
            steps.Add((length, () => CloseAsync(contact, At(length), cancel)));
        foreach (var referral in story.Referrals)
            steps.AddRange(await ReferAsync(contact, referral, cancel));
        foreach (var step in steps.OrderBy(s => s.After))
            await step.Do();
        if (story.Case is { } @case)
            await new ToldCase(telling, cast, @case, contact, screening).TellAsync(At(@case.After), cancel);
        // What fell due meanwhile was told then. Of a call that is still open everything begins when somebody opens the demonstration.
        if (story.Length is not null)
            await telling.PassAsync(At(story.MinutesAgo - 1), cancel);
    }

    private DateTimeOffset At(int minutes) => start.AddMinutes(minutes);

    private async Task HearAsync(Contact contact, CancellationToken cancel)
    {
        var safety = await SafetyAsync(contact, cancel);
        await telling.ActAsync(_who, At(1), () => contact.CheckSafety(safety with { CheckedAt = At(1) }), cancel);
        var words = new AccountWords(story.Account, story.People, story.Suspect);
        var facts = new AccountFacts(new Code(story.Form), story.HappeningNow, default, story.LockedIn, default, story.Children);
        await telling.ActAsync(_who, At(4), () => contact.TakeAccount(words, facts, _seals), cancel);
        await telling.ActAsync(_who, At(5), () => contact.Locate(new Code(story.Area), story.Place, _seals), cancel);
    }

    private async Task<Safety> SafetyAsync(Contact contact, CancellationToken cancel)
    {
        var given = story.Safety;
        List<Code> never = [.. given.NeverTell.Select(agency => new Code(agency))];
        var input = new SafetyInput
        {
            CanTalk = given.CanTalk,
            IsSafe = given.IsSafe,
            Tier = given.Tier,
            CallBack = given.CallBack,
            CodeWord = given.CodeWord,
            NeverTell = await telling.Db.Agencies.Where(a => never.Contains(a.Code)).Select(a => a.Id).ToListAsync(cancel),
        };
        return await telling.The<SafetyForms>().ReadAsync(contact, input, cancel);
    }

    private async Task<EarlierScreening> ScreenAsync(Contact contact, CancellationToken cancel)
    {
        var answers = AnswerSheet.Of(story.Answers.Select(a => (a.Question, a.Answer)));
        var says = telling.The<QuestionBook>().Bank.Assess(answers, new Circumstances(story.Speaker));
        var (sheet, answered) = ScreeningSheet.Fill(contact, null, _who, story.Speaker, answers, says.Age, _seals, At(7));
        telling.Db.Add(sheet);
        await telling.ActAsync(_who, At(7), () => answered, cancel);
        await telling.ActAsync(_who, At(8), () => sheet.Decide(says.Results[0], says, null, _who, _seals, At(8)), cancel);
        return new EarlierScreening(sheet.Id, contact.Reference, sheet.At, sheet.Speaker, answers, [sheet.Id]);
    }

    private Task CloseAsync(Contact contact, DateTimeOffset at, CancellationToken cancel)
    {
        var outcome = telling.The<ContactCodes>().Outcomes.Find(story.Outcome)!;
        return telling.ActAsync(_who, at, () => contact.Close(new Code(story.Reason), new Code(outcome.Code), outcome.CountsAsReport, at), cancel);
    }

    private async Task<IReadOnlyList<(int After, Func<Task> Do)>> ReferAsync(Contact contact, StoryReferral told, CancellationToken cancel)
    {
        var code = new Code(told.Office);
        var office = await telling.Db.Offices.AsNoTracking().SingleAsync(o => o.Code == code, cancel);
        var referral = new ToldReferral(telling, _who, contact, office);
        List<(int, Func<Task>)> steps = [(told.After, () => referral.SendAsync(At(told.After), new Code(told.Purpose), new Code(told.Basis), cancel))];
        if (told.AcceptedAfter is { } accepted)
        {
            steps.Add((told.After, () => telling.DeliverAsync(At(told.After).AddSeconds(20), cancel)));
            steps.Add((accepted, () => referral.AcceptAsync(At(accepted), told.Note, cancel)));
        }
        return steps;
    }
}
