using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases;

/// <summary>What the case is about, in few words, so that a colleague can go on.</summary>
[Needs(Permission.WriteSummary)]
internal sealed class SummarizeModel(Db db, CaseReading reading, Seals seals, Viewer viewer) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    public SummaryInput Input { get; set; } = new();

    /// <summary>What is saved; <see cref="Input"/> is what was typed.</summary>
    public SummaryForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var @case = await FindAsync(cancel);
        Form = new SummaryForm(@case, new SummaryInput { Summary = await reading.SummaryAsync(@case, cancel), Stamp = @case.SummaryStamp });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var @case = await FindAsync(cancel);
        Stamp.RefuseOlder(Input.Stamp, @case.SummaryStamp);
        await db.RecordAsync(@case.Write(Input.Summary?.Trim(), seals), cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<Case> FindAsync(CancellationToken cancel) => db.Cases.HeldBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class SummaryInput
{
    [StringLength(2000)]
    public string? Summary { get; set; }

    public string? Stamp { get; set; }
}

internal sealed record SummaryForm(Case Case, SummaryInput Input);
