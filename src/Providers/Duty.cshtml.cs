using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Providers;

/// <summary>Says who answers for an office, first and after.</summary>
[Needs(Permission.ChangeDuty)]
internal sealed class DutyModel(Db db, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public OfficeId Id { get; set; }

    [BindProperty]
    public DutyInput Input { get; set; } = new();

    public Office Office { get; private set; } = null!;

    private bool IsPosted => HttpMethods.IsPost(Request.Method);

    /// <summary>Somebody else saved while this form was being filled in.</summary>
    public bool IsOvertaken => IsPosted && Input.Version != Office.Version;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Office = await db.Offices.AsNoTracking().EditableBy(viewer).Where(o => o.Id == Id).OrMissingAsync(cancel);
        if (!IsPosted)
            Input = DutyInput.Of(Office);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Office = await db.Offices.EditableBy(viewer).Where(o => o.Id == Id).OrMissingAsync(cancel);
        // Saving from an older version than the one that is stored is a conflict.
        db.Entry(Office).Property(o => o.Version).OriginalValue = Input.Version;
        await db.RecordAsync(Office.ChangeDuty(Input.Wanted()), cancel);
        return Redirect($"/providers/{Id}");
    }
}
