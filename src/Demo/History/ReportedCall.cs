using Amparo.Cases;
using Amparo.Contacts;
using Amparo.Contacts.Questions;
using Amparo.Platform;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;
using Amparo.Referrals;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Demo.History;

/// <summary>A call that reports trafficking, from its safety check to what came of it: every step in the order of time, as timelines show them.</summary>
internal sealed class ReportedCall(Telling telling, Viewer who, Viewer colleague, Contact contact, PlannedCall call)
{
    // What was sent at once is looked at by a second person within 24 hours.
    private const int ReviewedAfter = 6;

    private readonly PlannedReport _report = call.Report!;
    private readonly Seals _seals = telling.The<Seals>();
    private readonly CaseCodes _codes = telling.The<CaseCodes>();

    /// <param name="known">The case, if an earlier call opened it.</param>
    public async Task<CaseId> TellAsync(CaseId known, CancellationToken cancel)
    {
        await HearAsync(cancel);
        var @case = known;
        var steps = new List<(DateTimeOffset At, Func<Task> Do)>
        {
            (call.ClosedAt, () => CloseAsync(cancel)),
            (call.ClosedAt.AddMinutes(1), async () => @case = await (_report.Opens ? OpenCaseAsync(cancel) : JoinAsync(known, cancel))),
        };
        steps.AddRange(await ReferAsync("investigate", "legal-mandate", _report.SentAfter, _report.Result, _report.People, cancel));
        if (_report.Case.IsChild)
            steps.AddRange(await ReferAsync("protect-child", "child-protection", _report.SentAfter + TimeSpan.FromMinutes(9), "child-protected", _report.Opens ? 1 : 0, cancel));
        foreach (var step in steps.OrderBy(s => s.At))
            await step.Do();
        return @case;
    }

    private async Task HearAsync(CancellationToken cancel)
    {
        var (at, @case) = (call.OpenedAt, _report.Case);
        var safety = new Safety
        {
            Tier = new Code("anonymous"),
            CanTalk = Contacts.Answer.Yes,
            IsSafe = Contacts.Answer.Yes,
            CallBack = CallBack.Never,
            CheckedAt = at.AddMinutes(1),
        };
        await telling.ActAsync(who, at.AddMinutes(1), () => contact.CheckSafety(safety), cancel);
        var facts = new AccountFacts(
            new Code(@case.Form), _report.Opens && @case.IsDanger ? Contacts.Answer.Yes : Contacts.Answer.Unknown, default, default, default,
            @case.IsChild ? Contacts.Answer.Yes : Contacts.Answer.Unknown);
        await telling.ActAsync(who, at.AddMinutes(2), () => contact.TakeAccount(new AccountWords(null, null, null), facts, _seals), cancel);
        await telling.ActAsync(who, at.AddMinutes(2), () => contact.Locate(new Code(@case.Area), null, _seals), cancel);
        if (_report.Opens)
            await ScreenAsync(at.AddMinutes(3), cancel);
    }

    private async Task ScreenAsync(DateTimeOffset at, CancellationToken cancel)
    {
        var answers = AnswerSheet.Of(_report.Case.Answers.Select(a => (a.Question, a.Answer)));
        var says = telling.The<QuestionBook>().Bank.Assess(answers, new Circumstances(Speaker.Bystander));
        var (sheet, answered) = ScreeningSheet.Fill(contact, null, who, Speaker.Bystander, answers, says.Age, _seals, at);
        telling.Db.Add(sheet);
        await telling.ActAsync(who, at, () => answered, cancel);
        await telling.ActAsync(who, at, () => sheet.Decide(says.Results[0], says, null, who, _seals, at), cancel);
    }

    private Task CloseAsync(CancellationToken cancel) => telling.ActAsync(
        who, call.ClosedAt, () => contact.Close(new Code(call.Reason), new Code(call.Outcome), countsAsReport: true, call.ClosedAt), cancel);

    private async Task<CaseId> OpenCaseAsync(CancellationToken cancel)
    {
        var at = call.ClosedAt.AddMinutes(1);
        var (@case, opened) = Case.Open(who, new Code(_codes.States.All[0].Code), contact.Id, at);
        telling.Db.Add(@case);
        await telling.ActAsync(who, at, () => opened, cancel);
        var role = _codes.Roles.All[0];
        var facts = new PersonFacts(new Code(role.Code), new Code(_report.Case.Age), new Code(_report.Case.Sex), null, null, null);
        var (person, added) = Person.Add(@case, facts, role, _seals, at.AddMinutes(1));
        telling.Db.Add(person);
        await telling.ActAsync(who, at.AddMinutes(1), () => added, cancel);
        return @case.Id;
    }

    private async Task<CaseId> JoinAsync(CaseId known, CancellationToken cancel)
    {
        var at = call.ClosedAt.AddMinutes(1);
        var @case = await telling.Db.Cases.Include(c => c.Contacts).SingleAsync(c => c.Id == known, cancel);
        await telling.ActAsync(who, at, () => @case.Join(contact.Id, at), cancel);
        return known;
    }

    private async Task<IEnumerable<(DateTimeOffset At, Func<Task> Do)>> ReferAsync(
        string purpose, string basis, TimeSpan after, string result, int? people, CancellationToken cancel)
    {
        var isDanger = _report.Opens && _report.Case.IsDanger && purpose == "investigate";
        var office = await telling.The<DutyRoster>().FindAsync(new Code(isDanger ? "rescue" : purpose), contact.Area, [], cancel)
            ?? throw new InvalidOperationException($"The pack has nobody to {purpose} in {contact.Area}.");
        var sent = call.OpenedAt + after;
        var referral = new ToldReferral(telling, who, contact, office);
        var answered = sent + (_report.AnsweredAfter - _report.SentAfter);
        var reviewed = sent.AddHours(ReviewedAfter);
        return
        [
            .. isDanger ? [(reviewed, () => referral.ReviewAsync(colleague, reviewed, cancel))] : Array.Empty<(DateTimeOffset, Func<Task>)>(),
            (sent, () => isDanger ? referral.DeclareDangerAsync(sent, cancel) : referral.SendAsync(sent, new Code(purpose), new Code(basis), cancel)),
            (sent.AddMinutes(1), () => telling.DeliverAsync(sent.AddMinutes(1), cancel)),
            (answered, () => referral.AcceptAsync(answered, null, cancel)),
            (call.OpenedAt + _report.EndedAfter, () => referral.EndAsync(call.OpenedAt + _report.EndedAfter, result, people, cancel)),
        ];
    }
}
