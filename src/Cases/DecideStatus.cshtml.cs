using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Records what was decided about somebody: by whom, and when. «Víctima» only after an authority said so.</summary>
[Needs(Permission.DecideStatus)]
internal sealed class DecideStatusModel(Db db, CaseCodes codes, Pack pack, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public PersonId Id { get; set; }

    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<Choice> Statuses => codes.Statuses.Choices(s => s.Role == Person.Role.Value);

    public IReadOnlyList<Choice> Deciders => codes.Deciders.Choices();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Person = await FindAsync(cancel);
        Input.On ??= pack.Country.Today(clock);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Person = await FindAsync(cancel);
        var @case = await db.Cases.Where(c => c.Id == Person.Case).OrMissingAsync(cancel);
        var status = codes.Statuses.Find(Input.Status) ?? throw new Refused("person.status.missing");
        var decider = codes.Deciders.Find(Input.Decider) ?? throw new Refused("person.status.decider-missing");
        await db.RecordAsync(Person.Decide(@case, status, decider, Input.On!.Value, pack.Country.Today(clock), clock.GetUtcNow()), cancel);
        return Redirect($"/people/{Id}");
    }

    private Task<Person> FindAsync(CancellationToken cancel) => db.People.Include(p => p.Decisions).In(db.Cases.HeldBy(viewer)).Where(p => p.Id == Id).OrMissingAsync(cancel);
}

internal sealed class StatusInput
{
    [Required(ErrorMessage = "person.status.missing")]
    public string? Status { get; set; }

    [Required(ErrorMessage = "person.status.decider-missing")]
    public string? Decider { get; set; }

    [Required(ErrorMessage = "person.status.day-missing")]
    public DateOnly? On { get; set; }
}
