using Amparo.Cases.Flags;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases;

/// <summary>The cases one is tied to, the newest first.</summary>
[Needs(Permission.SeeCases)]
internal sealed class IndexModel(Db db, CaseCodes codes, IStaff staff, Viewer viewer) : PageModel
{
    private const int PerPage = 25;
    private const string Mine = "mine";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Reference { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "who")]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ListedCase> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int? Pages => Finding.PagesOf(Total, PerPage);

    public bool HasMore { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Reference + State + Who);

    public IReadOnlyList<Choice> States => codes.States.Choices();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        var found = Filter(db.Cases.AsNoTracking().VisibleTo(viewer));
        Total = await found.CountSomeAsync(cancel);
        (var page, HasMore) = await found.OrderByDescending(c => c.OpenedAt)
            .Select(c => new { c.Id, c.Reference, c.State, c.OpenedAt, c.AssignedTo, Contacts = c.Contacts.Count(j => j.PartedAt == null), Flags = c.Flags.Where(f => f.LoweredAt == null).Select(f => f.Flag).ToList() })
            .PageAsync(Number, PerPage, cancel);
        var names = await staff.FindAsync([.. page.Select(c => c.AssignedTo).OfType<UserId>().Distinct()], cancel);
        Rows = [.. page.Select(c => new ListedCase(
            c.Id, c.Reference, codes.States.Name(c.State), c.OpenedAt, c.Contacts, c.AssignedTo is { } who ? names.GetValueOrDefault(who)?.Name : null,
            FlagTag.Of(c.Flags, codes.Flags)))];
    }

    private IQueryable<Case> Filter(IQueryable<Case> cases)
    {
        if (SpokenReference.Read(Reference) is { } reference)
            cases = cases.Where(c => c.Reference == reference);
        else if (!string.IsNullOrWhiteSpace(Reference))
            cases = cases.Where(c => false);
        if (codes.States.Knows(State))
        {
            var state = new Code(State!);
            cases = cases.Where(c => c.State == state);
        }
        if (Who == Mine)
        {
            var me = viewer.User;
            cases = cases.Where(c => c.AssignedTo == me);
        }
        return cases;
    }
}

internal sealed record ListedCase(CaseId Id, string Reference, string State, DateTimeOffset OpenedAt, int Contacts, string? Assigned, IReadOnlyList<FlagTag> Flags);
