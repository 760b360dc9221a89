using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts.Questions;

/// <summary>The indicator questions, and beside them what the answers say and what is missing. Advice: a person decides.</summary>
[Needs(Permission.ScreenContact)]
internal sealed class ScreenModel(
    Db db, Questionnaire questions, ScreeningDesk desk, Drafts drafts, Seals seals, Viewer viewer, Texts texts, Show show, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    /// <summary>Whose wording was chosen by the link at the head of the page.</summary>
    [FromQuery(Name = "speaker")]
    public Speaker? Chosen { get; set; }

    public Contact Contact { get; private set; } = null!;

    public ScreeningForm Form { get; private set; } = null!;

    public ScreeningVerdict Verdict { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await FindAsync(cancel);
        var last = await desk.LastAsync(Id, cancel);
        var saved = await desk.AnswersAsync(last, cancel);
        var ticked = Conflict.IsOn(HttpContext) ? new TickedAnswers(saved, null) : await questions.TickedAsync(Id, saved, cancel);
        var known = new Circumstances(Chosen ?? last?.Speaker ?? Speaker.Unknown);
        Form = questions.Ask(known, ticked, saved, StampOf(last));
        Verdict = questions.Weigh(ticked.Answers, known, ticked.Draft is null ? last?.Decision : null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        var last = await desk.LastAsync(Id, cancel);
        Stamp.RefuseOlder(Input.Stamp, StampOf(last));
        var answers = questions.Read(Input.Answers, await desk.AnswersAsync(last, cancel));
        var speaker = Input.Speaker;
        var age = questions.Bank.Assess(answers, new Circumstances(speaker)).Age;
        var (sheet, answered) = ScreeningSheet.Fill(contact, last, viewer, speaker, answers, age, seals, clock.GetUtcNow());
        db.Screenings.Add(sheet);
        await drafts.DropAsync(Id, Questionnaire.Draft, cancel);
        await db.RecordAsync(answered, cancel);
        return Redirect($"/contacts/{Id}/screening/decide");
    }

    /// <summary>Keeps what is being ticked; answers with when.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        var at = await drafts.KeepAsync(Id, Questionnaire.Draft, Request.Form, cancel);
        return Content(texts["draft.saved", show.Time(at)]);
    }

    private static string StampOf(ScreeningSheet? last) => Stamp.Of(last?.Id);

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
