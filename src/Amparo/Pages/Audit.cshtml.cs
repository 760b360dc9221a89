using Amparo.Platform.Audit;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Pages;

/// <summary>Who did and read what, newest first. No word of any person stands here: events hold ids and codes.</summary>
[Needs(Permission.SeeAudit)]
internal sealed class AuditModel(Db db, Actors actors, IEnumerable<Platform.Module> modules, Texts texts, Pack pack) : PageModel
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true, Name = "event")]
    public string? Event { get; set; }

    [BindProperty(SupportsGet = true, Name = "by")]
    public Guid? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "record")]
    public Guid? Record { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public bool HasMore { get; private set; }

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Choice> Events =>
        [.. modules.SelectMany(m => m.EventNames).Select(name => new Choice(name, texts[$"event.{name}"])).OrderBy(c => c.Label, StringComparer.CurrentCulture)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        (Entries, HasMore) = await Filter(db.Audit).OrderByDescending(e => e.Position).ThenByDescending(e => e.Id).PageAsync(Number, PerPage, cancel);
        Names = await actors.NamesAsync(Entries.Select(e => e.By), cancel);
    }

    private IQueryable<AuditEntry> Filter(IQueryable<AuditEntry> entries)
    {
        if (modules.Any(m => m.EventNames.Contains(Event)))
            entries = entries.Where(e => e.Event == Event);
        if (By is { } user)
            entries = entries.Where(e => e.By == user);
        if (Record is { } record)
            entries = entries.Where(e => e.About == record || e.Under == record);
        if (Day is not { Year: > 1900 and < 9999 } day)
            return entries;
        var (from, until) = (pack.Country.Instant(day, TimeOnly.MinValue), pack.Country.Instant(day.AddDays(1), TimeOnly.MinValue));
        return entries.Where(e => e.At >= from && e.At < until);
    }
}
