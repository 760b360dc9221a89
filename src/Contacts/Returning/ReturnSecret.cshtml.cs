using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Returning;

/// <summary>Words for the caller to come back with, shown this once to be said aloud.</summary>
[Needs(Permission.MakeReturnSecret)]
internal sealed class ReturnSecretModel(Db db, ReturnDesk desk, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    public Contact Contact { get; private set; } = null!;

    public int Length => desk.Length;

    /// <summary>Until when the words of before bring the caller back; null when none were given.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Shown once, in the answer to the post.</summary>
    public IReadOnlyList<string>? Made { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Contact = await db.Contacts.VisibleTo(viewer).AsNoTracking().Where(c => c.Id == Id).OrMissingAsync(cancel);
        Until = await db.ReturnSecrets.Where(s => s.Contact == Id).Select(s => (DateTimeOffset?)s.Until).SingleOrDefaultAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var (words, made) = await desk.MakeAsync(Contact, cancel);
        await db.RecordAsync(made, cancel);
        (Made, Until) = (words, made.Until);
        return Page();
    }
}
