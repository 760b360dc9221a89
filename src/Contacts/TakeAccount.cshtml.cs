using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>The caller's own words, short and not verbatim: a transcript could be turned against who spoke.</summary>
[Needs(Permission.TakeAccount)]
internal sealed class TakeAccountModel(
    Db db, AccountForms forms, ContactCodes codes, Drafts drafts, Seals seals, Viewer viewer, Texts texts, Show show) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public AccountForm Form { get; private set; } = null!;

    public string Reference { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Reference = contact.Reference;
        Form = await forms.ForAsync(contact, withDraft: !Conflict.IsOn(HttpContext), cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Stamp.RefuseOlder(Input.Stamp, contact.AccountStamp);
        var taken = contact.TakeAccount(
            new AccountWords(Input.Account?.Trim(), Input.People?.Trim(), Input.Suspect?.Trim()),
            new AccountFacts(
                codes.Forms.Knows(Input.Form) ? new Code(Input.Form!) : null,
                Input.HappeningNow, Input.Weapons, Input.LockedIn, Input.Hurt, Input.Children),
            seals);
        await drafts.DropAsync(Id, AccountForms.Draft, cancel);
        await db.RecordAsync(taken, cancel);
        return Redirect($"/contacts/{Id}");
    }

    /// <summary>Keeps what is being typed; answers with when.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        await FindAsync(cancel);
        var at = await drafts.KeepAsync(Id, AccountForms.Draft, Request.Form, cancel);
        return Content(texts["draft.saved", show.Time(at)]);
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
