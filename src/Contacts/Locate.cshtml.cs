using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Contacts;

/// <summary>Where it happens: a place found by its name, and how to find the door.</summary>
[Needs(Permission.LocateContact)]
internal sealed class LocateModel(Db db, PlaceForms forms, Pack pack, Seals seals, Viewer viewer) : PageModel
{
    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public PlaceForm Form { get; private set; } = null!;

    public string Reference { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Reference = contact.Reference;
        Form = await forms.ForAsync(contact, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        Stamp.RefuseOlder(Input.Stamp, contact.PlaceStamp);
        var area = pack.Areas.Find(Input.Code) ?? pack.Areas.Search(Input.Area, limit: 1).FirstOrDefault();
        if (area is null)
            throw new Refused("contact.place.not-found");
        await db.RecordAsync(contact.Locate(new Code(area.Code), Input.Place?.Trim(), seals), cancel);
        return Redirect($"/contacts/{Id}#place");
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}

internal sealed class PlaceInput
{
    [Required(ErrorMessage = "contact.place.area-missing"), StringLength(100)]
    public string? Area { get; set; }

    [StringLength(300)]
    public string? Place { get; set; }

    /// <summary>One of the places of the same name, chosen by a button.</summary>
    public string? Code { get; set; }

    public string? Stamp { get; set; }
}
