using System.ComponentModel.DataAnnotations;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases.BreakGlass;

/// <summary>A supervisor of the agency that took the case says whether breaking the glass was right; never who broke it.</summary>
[Needs(Permission.ReviewAccess)]
internal sealed class ReviewAccessModel(Db db, AccessSheets sheets, Seals seals, Texts texts, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public EmergencyAccessId Id { get; set; }

    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public AccessSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<Choice> Answers => [new("true", texts["glass.review.justified"]), new("false", texts["glass.review.not-justified"], texts["glass.review.not-hint"])];

    public async Task OnGetAsync(CancellationToken cancel) => Sheet = await sheets.OfAsync(await sheets.FindWatchedAsync(Id, cancel), cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var access = await sheets.FindWatchedAsync(Id, cancel);
        await db.RecordAsync(access.Review(viewer, Input.Justified!.Value, Input.Finding?.Trim(), seals, clock.GetUtcNow()), cancel);
        return Redirect($"/break-glass/{Id}");
    }
}

internal sealed class ReviewInput
{
    [Required(ErrorMessage = "glass.review.missing")]
    public bool? Justified { get; set; }

    [StringLength(1000)]
    public string? Finding { get; set; }
}
