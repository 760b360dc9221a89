using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Flags;

/// <summary>Marks a case with something that whoever opens it must know first.</summary>
[Needs(Permission.FlagCase)]
internal sealed class RaiseFlagModel(Db db, CaseCodes codes, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "flag.missing")]
    public string? Flag { get; set; }

    public Case Case { get; private set; } = null!;

    public IReadOnlyList<Choice> Flags => codes.Flags.Choices(f => Case.Raised.All(raised => raised.Flag.Value != f.Code));

    public string NameOf(Code flag) => codes.Flags.Name(flag);

    public async Task OnGetAsync(CancellationToken cancel) => Case = await FindAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        var flag = codes.Flags.Find(Flag) ?? throw new Refused("flag.missing");
        await db.RecordAsync(Case.Raise(new Code(flag.Code), clock.GetUtcNow()), cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<Case> FindAsync(CancellationToken cancel) => db.Cases.Include(c => c.Flags).HeldBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
