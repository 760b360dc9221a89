using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts.Questions;

/// <summary>A person says what it is: as the answers say, or otherwise, and why. No decision is made by the answers alone.</summary>
[Needs(Permission.ScreenContact)]
internal sealed class DecideScreeningModel(
    Db db, Questionnaire questions, ScreeningDesk desk, IStaff staff, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public string Reference { get; private set; } = "";

    public ScreeningVerdict Verdict { get; private set; } = null!;

    public IReadOnlyList<PastScreening> History { get; private set; } = [];

    /// <summary>What is saved; <see cref="Input"/> is what was chosen.</summary>
    public DecisionForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Reference = (await FindAsync(cancel)).Reference;
        var history = await desk.HistoryAsync(Id, cancel);
        var last = history.Count > 0 ? history[0] : throw new Platform.Missing();
        Verdict = questions.Weigh(await desk.AnswersAsync(last, cancel), new Circumstances(last.Speaker), last.Decision);
        var names = await staff.FindAsync([.. history.SelectMany(s => new[] { s.By, s.DecidedBy }.OfType<UserId>()).Distinct()], cancel);
        List<PastScreening> past = [];
        foreach (var sheet in history)
        {
            past.Add(new PastScreening(
                sheet.At, names.GetValueOrDefault(sheet.By)?.Name, sheet.Decision is { } decision ? Verdict.NameOf(decision) : null,
                sheet.DecidedBy is { } by ? names.GetValueOrDefault(by)?.Name : null, await desk.ReasonAsync(sheet, cancel)));
        }
        History = past;
        var saved = new DecisionInput { Result = (last.Decision ?? Verdict.Says.Results[0]).ToString(), Reason = past[0].Reason, Stamp = StampOf(last) };
        Form = new DecisionForm(saved, Verdict, $"/contacts/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        var last = await desk.LastAsync(Id, cancel) ?? throw new Platform.Missing();
        Stamp.RefuseOlder(Input.Stamp, StampOf(last));
        var says = questions.Bank.Assess(await desk.AnswersAsync(last, cancel), new Circumstances(last.Speaker));
        await db.RecordAsync(last.Decide(Input.Read(), says, Input.Reason?.Trim(), viewer, seals, clock.GetUtcNow()), cancel);
        return Redirect($"/contacts/{Id}#screening");
    }

    private static string StampOf(ScreeningSheet last) => Stamp.Of(last.Id, last.DecidedAt);

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
