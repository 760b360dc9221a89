using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases;

/// <summary>Somebody new in a case, with as little as is known.</summary>
[Needs(Permission.ChangePeople)]
internal sealed class AddPersonModel(Db db, CaseCodes codes, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public CaseId Id { get; set; }

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public string Reference { get; private set; } = "";

    public PersonForm Form => new($"/cases/{Id}/people/add", $"/cases/{Id}", Input, codes);

    public async Task OnGetAsync(CancellationToken cancel) => Reference = (await FindAsync(cancel)).Reference;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var @case = await FindAsync(cancel);
        var (facts, role) = Input.Read(codes);
        var (person, added) = Person.Add(@case, facts, role, seals, clock.GetUtcNow());
        db.People.Add(person);
        await db.RecordAsync(added, cancel);
        return Redirect($"/cases/{Id}");
    }

    private Task<Case> FindAsync(CancellationToken cancel) => db.Cases.HeldBy(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
