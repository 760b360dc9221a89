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
    Db db, QuestionBook book, ScreeningDesk desk, Drafts drafts, Seals seals, Viewer viewer, Texts texts, Show show, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public ScreeningInput Input { get; set; } = new();

    /// <summary>Whose wording was chosen by the link at the head of the page.</summary>
    [FromQuery(Name = "speaker")]
    public Speaker? Chosen { get; set; }

    public string Reference { get; private set; } = "";

    public ScreeningForm Form { get; private set; } = null!;

    public ScreeningVerdict Verdict { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Reference = contact.Reference;
        var last = await desk.LastAsync(Id, cancel);
        var saved = await desk.AnswersAsync(last, cancel);
        var (answers, at) = Conflict.IsOn(HttpContext) ? (saved, null) : await desk.WithDraftAsync(Id, saved, cancel);
        var speaker = Chosen ?? last?.Speaker ?? Speaker.Unknown;
        Form = new ScreeningForm(contact, speaker, ScreeningInput.Of(book.Bank, answers, last), book, at, saved);
        Verdict = new ScreeningVerdict(book.Bank.Assess(answers, new Circumstances(speaker)), speaker, book, texts) { Sheet = last, IsSaved = at is null };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        var last = await desk.LastAsync(Id, cancel);
        Stamp.RefuseOlder(Input.Stamp, ScreeningInput.StampOf(last));
        var answers = desk.Read(Input.Answers, await desk.AnswersAsync(last, cancel));
        var speaker = Input.Speaker;
        var age = book.Bank.Assess(answers, new Circumstances(speaker)).Age;
        var (sheet, answered) = ScreeningSheet.Fill(contact, last, viewer, speaker, answers, age, seals, clock.GetUtcNow());
        db.Screenings.Add(sheet);
        await drafts.DropAsync(Id, ScreeningDesk.Draft, cancel);
        await db.RecordAsync(answered, cancel);
        return Redirect($"/contacts/{Id}/screening/decide");
    }

    /// <summary>Keeps what is being ticked; answers with when.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        var at = await drafts.KeepAsync(Id, ScreeningDesk.Draft, Request.Form, cancel);
        return Content(texts["draft.saved", show.Time(at)]);
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
