using Amparo.Contacts.Questions;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Screenings;

/// <summary>A person says what it is, as the answers about somebody say or otherwise, and why. No decision is made by the answers alone.</summary>
[Needs(Permission.ScreenPerson)]
internal sealed class DecidePersonModel(
    Db db, Questionnaire questions, PersonDesk desk, PersonPast past, CaseCodes codes, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public PersonId Id { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public Case Case { get; private set; } = null!;

    /// <summary>Of whom, without a name: what they are in the case, and how old.</summary>
    public string Who { get; private set; } = "";

    public CountedAnswers Counted { get; private set; } = null!;

    public ScreeningVerdict Verdict { get; private set; } = null!;

    public IReadOnlyList<PastScreening> History { get; private set; } = [];

    /// <summary>What is saved; <see cref="Input"/> is what was chosen.</summary>
    public DecisionForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (var person, Case) = await FindAsync(cancel);
        Who = $"{codes.Roles.Name(person.Role)} · {codes.AgeGroups.Name(person.AgeGroup)}";
        var history = await desk.HistoryAsync(Id, cancel);
        var last = history.Count > 0 ? history[0] : throw new Platform.Missing();
        Counted = await desk.CountAsync(person, last, cancel);
        Verdict = questions.Weigh(Counted.Together, Counted.Known, last.Decision);
        History = await past.OfAsync(history, withReasons: history.Count, cancel);
        var saved = new DecisionInput { Result = (last.Decision ?? Verdict.Says.Results[0]).ToString(), Reason = History[0].Reason, Stamp = StampOf(last) };
        Form = new DecisionForm(saved, Verdict, $"/people/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        (var person, Case) = await FindAsync(cancel);
        var last = await desk.LastAsync(Id, cancel) ?? throw new Platform.Missing();
        Stamp.RefuseOlder(Input.Stamp, StampOf(last));
        var conclusion = Conclusion.Of((await desk.CountAsync(person, last, cancel)).Says, Input.Read(), Input.Reason?.Trim());
        await db.RecordAsync(last.Decide(Case, conclusion, viewer, seals, clock.GetUtcNow()), cancel);
        return Redirect($"/people/{Id}#screening");
    }

    private static string StampOf(PersonScreening last) => Stamp.Of(last.Id, last.DecidedAt);

    private async Task<(Person Person, Case Case)> FindAsync(CancellationToken cancel)
    {
        var person = await db.People.AsNoTracking().In(db.Cases.TakenBy(viewer)).Where(p => p.Id == Id).OrMissingAsync(cancel);
        return (person, await db.Cases.Where(c => c.Id == person.Case).OrMissingAsync(cancel));
    }
}
