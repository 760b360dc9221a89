using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases;

/// <summary>Gives a case to a colleague of the same agency, in whose work it then stands.</summary>
[Needs(Permission.AssignCase)]
internal sealed class AssignModel(Db db, CaseStaff staff, Viewer viewer) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    public UserId? To { get; set; }

    public Case Case { get; private set; } = null!;

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        To ??= Case.AssignedTo;
        Colleagues = [.. (await ColleaguesAsync(cancel)).Select(c => new Choice(c.Id.ToString(), c.Name))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Case = await FindAsync(cancel);
        var to = (await ColleaguesAsync(cancel)).FirstOrDefault(c => c.Id == To) ?? throw new Refused("case.assign.missing");
        await db.RecordAsync(Case.Assign(to.Id), cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<IReadOnlyList<StaffMember>> ColleaguesAsync(CancellationToken cancel) => staff.OfAsync([viewer.Agency!.Value], cancel);

    private Task<Case> FindAsync(CancellationToken cancel) => db.Cases.HeldBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
