using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.Consents;

/// <summary>Somebody takes back what they agreed to. The agency that reads under it may hear that too, and can say so.</summary>
[Needs(Permission.WithdrawConsent)]
internal sealed class WithdrawConsentModel(Db db, ConsentList list, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ConsentId Id { get; set; }

    public PersonId Person { get; private set; }

    public ConsentRow Row { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Person = (await FindAsync(cancel)).Person;
        var person = await db.People.AsNoTracking().Where(p => p.Id == Person).OrMissingAsync(cancel);
        Row = (await list.OfAsync(person, cancel)).Single(row => row.Consent.Id == Id);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var consent = await FindAsync(cancel);
        await db.RecordAsync(consent.Withdraw(clock.GetUtcNow()), cancel);
        return Redirect($"/people/{consent.Person}#consents");
    }

    private Task<Consent> FindAsync(CancellationToken cancel) => db.Consents.VisibleTo(viewer, db).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
