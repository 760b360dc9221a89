using Amparo.Contacts.Questions;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.Screenings;

/// <summary>The indicator questions about one person, going on from what contacts of the case answered. Advice: a person decides.</summary>
[Needs(Permission.ScreenPerson)]
internal sealed class ScreenPersonModel(
    Db db, Questionnaire questions, PersonDesk desk, CaseCodes codes, Drafts drafts, Seals seals, Viewer viewer, Texts texts, Show show, TimeProvider clock) : PageModel
{
    [FromRoute]
    public PersonId Id { get; set; }

    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    /// <summary>The ids of the contacts' sheets that are about this person.</summary>
    [BindProperty]
    public List<string> From { get; set; } = [];

    /// <summary>Whose wording was chosen by the link at the head of the page.</summary>
    [FromQuery(Name = "speaker")]
    public Speaker? Chosen { get; set; }

    public Person Person { get; private set; } = null!;

    public Case Case { get; private set; } = null!;

    public string Role => codes.Roles.Name(Person.Role);

    public string Age => codes.AgeGroups.Name(Person.AgeGroup);

    public EarlierPanel Earlier { get; private set; } = null!;

    public ScreeningForm Form { get; private set; } = null!;

    public ScreeningVerdict Verdict { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Person, Case) = await FindAsync(cancel);
        if (codes.Roles.Find(Person.Role.Value) is not { IsPossibleVictim: true })
            throw new Missing();
        var last = await desk.LastAsync(Id, cancel);
        var saved = await desk.OwnAsync(last, cancel);
        var ticked = Conflict.IsOn(HttpContext) ? new TickedAnswers(saved, null) : await questions.TickedAsync(Id, saved, cancel);
        var all = await desk.EarlierAsync(Person.Case, cancel);
        var from = EarlierPanel.Ticked(ticked.Draft, all) ?? await desk.ProposedAsync(Person, last, all, cancel);
        var counted = desk.Count(Person, Chosen ?? last?.Speaker ?? Speaker.Unknown, ticked.Answers, from);
        From = [.. from.Select(one => one.Id.ToString())];
        Earlier = new EarlierPanel(all, counted, last, questions, texts, show);
        Form = questions.Ask(counted.Known, ticked, saved, StampOf(last), Earlier.SaidBefore);
        Verdict = questions.Weigh(counted.Together, counted.Known, ticked.Draft is null ? last?.Decision : null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        (Person, Case) = await FindAsync(cancel);
        var last = await desk.LastAsync(Id, cancel);
        Stamp.RefuseOlder(Input.Stamp, StampOf(last));
        var own = questions.Read(Input.Answers, await desk.OwnAsync(last, cancel));
        var all = await desk.EarlierAsync(Person.Case, cancel);
        var from = all.Where(one => From.Contains(one.Id.ToString())).ToList();
        if (from.Count < From.Distinct().Count())
            throw new Refused("person.screening.contact-changed");
        var counted = desk.Count(Person, Input.Speaker, own, from);
        var (screening, screened) = PersonScreening.Fill(Person, codes.Roles.Find(Person.Role.Value), Case, last, counted, viewer, seals, clock.GetUtcNow());
        db.PersonScreenings.Add(screening);
        await drafts.DropAsync(Id, Questionnaire.Draft, cancel);
        await db.RecordAsync(screened, cancel);
        return Redirect($"/people/{Id}/screening/decide");
    }

    /// <summary>Keeps what is being ticked; answers with when.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        var at = await drafts.KeepAsync(Id, Questionnaire.Draft, Request.Form, cancel);
        return Content(texts["draft.saved", show.Time(at)]);
    }

    private static string StampOf(PersonScreening? last) => Stamp.Of(last?.Id);

    private async Task<(Person Person, Case Case)> FindAsync(CancellationToken cancel)
    {
        var person = await db.People.In(db.Cases.TakenBy(viewer)).Where(p => p.Id == Id).OrMissingAsync(cancel);
        return (person, await db.Cases.Where(c => c.Id == person.Case).OrMissingAsync(cancel));
    }
}
