using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Screening;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts.Questions;

/// <summary>A person says what it is: as the answers say, or otherwise, and why. No decision is made by the answers alone.</summary>
[Needs(Permission.ScreenContact)]
internal sealed class DecideScreeningModel(
    Db db, QuestionBook book, ScreeningDesk desk, IStaff staff, Seals seals, Viewer viewer, Texts texts, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public string Reference { get; private set; } = "";

    public ScreeningVerdict Verdict { get; private set; } = null!;

    public IReadOnlyList<PastScreening> History { get; private set; } = [];

    public IReadOnlyList<Choice> Results =>
        [.. Enum.GetValues<Result>().Select(r => new Choice(r.ToString(), Verdict.NameOf(r), Verdict.Says.Says(r) ? texts["screening.decide.as-said"] : null))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Reference = (await FindAsync(cancel)).Reference;
        var history = await desk.HistoryAsync(Id, cancel);
        var last = history.Count > 0 ? history[0] : throw new Platform.Missing();
        var answers = await desk.AnswersAsync(last, cancel);
        Verdict = new ScreeningVerdict(book.Bank.Assess(answers, new Circumstances(last.Speaker)), last.Speaker, book, texts) { Sheet = last };
        Input.Result ??= (last.Decision ?? Verdict.Says.Results[0]).ToString();
        var names = await staff.FindAsync([.. history.SelectMany(s => new[] { s.By, s.DecidedBy }.OfType<UserId>()).Distinct()], cancel);
        List<PastScreening> past = [];
        foreach (var sheet in history)
        {
            past.Add(new PastScreening(
                sheet.At, names.GetValueOrDefault(sheet.By)?.Name, sheet.Decision is { } decision ? Verdict.NameOf(decision) : null,
                sheet.DecidedBy is { } by ? names.GetValueOrDefault(by)?.Name : null, await desk.ReasonAsync(sheet, cancel)));
        }
        History = past;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        var last = await desk.LastAsync(Id, cancel) ?? throw new Platform.Missing();
        if (!Enum.TryParse<Result>(Input.Result, out var result) || !Enum.IsDefined(result))
            throw new Platform.Refused("screening.decide.missing");
        var says = book.Bank.Assess(await desk.AnswersAsync(last, cancel), new Circumstances(last.Speaker));
        await db.RecordAsync(last.Decide(result, says, Input.Reason?.Trim(), viewer, seals, clock.GetUtcNow()), cancel);
        return Redirect($"/contacts/{Id}#screening");
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class DecisionInput
{
    [Required(ErrorMessage = "screening.decide.missing")]
    public string? Result { get; set; }

    [StringLength(500)]
    public string? Reason { get; set; }
}

/// <summary>A sheet of before, with what was concluded.</summary>
internal sealed record PastScreening(DateTimeOffset At, string? By, string? Decision, string? DecidedBy, string? Reason);
