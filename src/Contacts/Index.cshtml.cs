using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>The line's contacts, newest first, found by what somebody remembers of them.</summary>
[Needs(Permission.SeeContacts)]
internal sealed class IndexModel(Db db, ContactCodes codes, Pack pack, BlindIndex index, Viewer viewer) : PageModel
{
    private const int PerPage = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "channel")]
    public string? Channel { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ContactRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public int Pages => (Total + PerPage - 1) / PerPage;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words + State + Channel) || From is not null || Until is not null;

    public IReadOnlyList<Choice> Channels => codes.Channels.Choices();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        var found = Filter(db.Contacts.AsNoTracking().VisibleTo(viewer));
        Total = await found.CountAsync(cancel);
        var page = await found
            .OrderByDescending(c => c.OpenedAt)
            .Skip((Number - 1) * PerPage)
            .Take(PerPage)
            .Select(c => new { c.Id, c.Reference, c.Channel, c.OpenedAt, c.ClosedAt, c.Area, c.Outcome, c.DangerAt })
            .ToListAsync(cancel);
        Rows =
        [
            .. page.Select(c => new ContactRow(
                c.Id, c.Reference, codes.Channels.Name(c.Channel), c.OpenedAt, c.ClosedAt is null, c.DangerAt is not null,
                c.Area is { } area ? pack.Areas.Path(area.Value) : "", codes.Outcomes.Name(c.Outcome))),
        ];
    }

    private IQueryable<Contact> Filter(IQueryable<Contact> contacts)
    {
        contacts = State switch
        {
            "open" => contacts.Where(c => c.ClosedAt == null),
            "closed" => contacts.Where(c => c.ClosedAt != null),
            "danger" => contacts.Where(c => c.DangerAt != null),
            _ => contacts,
        };
        if (codes.Channels.Knows(Channel))
        {
            var channel = new Code(Channel!);
            contacts = contacts.Where(c => c.Channel == channel);
        }
        if (From is { } from)
        {
            var start = pack.Country.Instant(from, TimeOnly.MinValue);
            contacts = contacts.Where(c => c.OpenedAt >= start);
        }
        if (Until is { } until)
        {
            var end = pack.Country.Instant(until.AddDays(1), TimeOnly.MinValue);
            contacts = contacts.Where(c => c.OpenedAt < end);
        }
        return string.IsNullOrWhiteSpace(Words) ? contacts : Remembered(contacts, Words);
    }

    // A spoken reference, or the number somebody called from; never a name.
    private IQueryable<Contact> Remembered(IQueryable<Contact> contacts, string words)
    {
        if (SpokenReference.Read(words) is { } reference)
            return contacts.Where(c => c.Reference == reference);
        var phone = index.Of(nameof(Safety.Phone), BlindIndex.Telephone(words, pack.Country.PhonePrefix));
        return contacts.Where(c => c.Safety!.PhoneIndex == phone);
    }
}

internal sealed record ContactRow(
    ContactId Id, string Reference, string Channel, DateTimeOffset OpenedAt, bool IsOpen, bool IsDanger, string Area, string Outcome);
