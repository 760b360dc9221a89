using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Amparo.Cases;

/// <summary>Corrects or completes who somebody is.</summary>
[Needs(Permission.ChangePeople)]
internal sealed class ChangePersonModel(Db db, CaseCodes codes, CaseReading reading, Seals seals, Viewer viewer) : PageModel
{
    [FromRoute]
    public PersonId Id { get; set; }

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    /// <summary>What is saved; <see cref="Input"/> is what was typed.</summary>
    public PersonForm Form { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var person = await FindAsync(cancel);
        var words = await reading.WordsAsync(person, cancel);
        var saved = new PersonInput
        {
            Role = person.Role.Value,
            AgeGroup = person.AgeGroup.Value,
            Sex = person.Sex.Value,
            ProcessRoles = [.. person.ProcessRoles.Select(r => r.Value)],
            Name = words.Name.Said,
            Document = words.Document.Said,
            Note = words.Note.Said,
            Stamp = person.FactsStamp,
        };
        Form = new PersonForm($"/people/{Id}/change", $"/people/{Id}", saved, codes);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var person = await FindAsync(cancel);
        Stamp.RefuseOlder(Input.Stamp, person.FactsStamp);
        var @case = await db.Cases.Where(c => c.Id == person.Case).OrMissingAsync(cancel);
        var (facts, role) = Input.Read(codes);
        await db.RecordAsync(person.Change(@case, facts, role, seals), cancel);
        return Redirect($"/people/{Id}");
    }

    private Task<Person> FindAsync(CancellationToken cancel) => db.People.In(db.Cases.TakenBy(viewer)).Where(p => p.Id == Id).OrMissingAsync(cancel);
}
