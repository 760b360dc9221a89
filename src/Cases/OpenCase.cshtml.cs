using Amparo.Contacts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>Puts a contact into a case: possible matches are shown first, a new one is opened when none of them is it.</summary>
[Needs(Permission.OpenCase)]
internal sealed class OpenCaseModel(Db db, CaseMatches matches, CaseCodes codes, Texts texts, Show show, Viewer viewer, TimeProvider clock) : PageModel
{
    private const string New = "new";

    [FromRoute]
    public ContactId Id { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    /// <summary>The reference of a case that was not suggested.</summary>
    [BindProperty]
    public string? Reference { get; set; }

    public string ContactReference { get; private set; } = "";

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        ContactReference = contact.Reference;
        var found = await matches.OfAsync(contact, cancel);
        Choices = [.. found.Select(m => new Choice(m.Id.ToString(), texts["case.join.to", m.Reference], WhyOf(m))), new Choice(New, texts["case.open.new"])];
        Chosen ??= found.Count == 0 ? New : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var contact = await FindAsync(cancel);
        await RefuseJoinedAsync(cancel);
        try
        {
            return Redirect($"/cases/{await PutAsync(contact, cancel)}");
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            // Somebody put it into another case in this very moment: the database lets only one in.
            await RefuseJoinedAsync(cancel);
            throw;
        }
    }

    private async Task<CaseId> PutAsync(Contact contact, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (!string.IsNullOrWhiteSpace(Reference) || Chosen is not (null or New))
        {
            var joined = await ToJoinAsync(cancel);
            if (joined.Tied.Any(t => contact.Safety?.NeverTell.Contains(t.Agency) == true))
                throw new Refused("case.join.never-told");
            await db.RecordAsync(joined.Join(contact.Id, now), cancel);
            return joined.Id;
        }
        if (Chosen is null)
            throw new Refused("case.open.missing");
        var (@case, opened) = Case.Open(viewer, new Code(codes.States.All[0].Code), contact.Id, now);
        db.Cases.Add(@case);
        await db.RecordAsync(opened, cancel);
        return @case.Id;
    }

    private async Task RefuseJoinedAsync(CancellationToken cancel)
    {
        var cases = db.Cases.AsNoTracking().Where(c => c.Contacts.Any(j => j.Contact == Id && j.PartedAt == null));
        if (await cases.VisibleTo(viewer).Select(c => c.Reference).FirstOrDefaultAsync(cancel) is { } reference)
            throw new Refused("case.join.already", reference);
        if (await cases.AnyAsync(cancel))
            throw new Refused("case.join.already-elsewhere");
    }

    private async Task<Case> ToJoinAsync(CancellationToken cancel)
    {
        var cases = db.Cases.Include(c => c.Contacts).Include(c => c.Ties).HeldBy(viewer);
        if (string.IsNullOrWhiteSpace(Reference))
            return CaseId.TryParse(Chosen, null, out var id) ? await cases.Where(c => c.Id == id).OrMissingAsync(cancel) : throw new Missing();
        var reference = SpokenReference.Read(Reference);
        var named = await cases.Where(c => c.Reference == reference).OrderByDescending(c => c.OpenedAt).FirstOrDefaultAsync(cancel);
        return named ?? throw new Refused("case.join.unknown-reference");
    }

    private string WhyOf(Match match)
    {
        string?[] reasons =
        [
            match.SameNumber ? texts["case.match.number"] : null,
            match.SamePlace ? texts["case.match.place"] : null,
            match.SameForm ? texts["case.match.form"] : null,
        ];
        return $"{texts["case.opened-at"]} {show.Day(match.OpenedAt)}. {string.Join(". ", reasons.OfType<string>())}.";
    }

    private Task<Contact> FindAsync(CancellationToken cancel) => db.Contacts.AsNoTracking().VisibleTo(viewer).Where(c => c.Id == Id).OrMissingAsync(cancel);
}
