using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Amparo.Contacts.Returning;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts;

/// <summary>The line's contacts, newest first, found by what somebody remembers of them.</summary>
[Needs(Permission.SeeContacts)]
internal sealed class IndexModel(Db db, ContactCodes codes, Pack pack, BlindIndexes indexes, NumberMemory memory, Viewer viewer) : PageModel
{
    private const int PerPage = 25;
    private const int MostIndexes = 16;

    /// <summary>A spoken reference, or the number somebody called from. It is posted: a telephone number in an address stays in histories and logs.</summary>
    [BindProperty, StringLength(40)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Reference { get; set; }

    /// <summary>The blind indexes of what was searched, one after the other: what the address holds in the number's place.</summary>
    [BindProperty(SupportsGet = true, Name = "caller")]
    public string? Caller { get; set; }

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

    public int? Pages => Finding.PagesOf(Total, PerPage);

    public bool HasMore { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Reference + Caller + State + Channel) || From is not null || Until is not null;

    public IReadOnlyList<Choice> Channels => codes.Channels.Choices();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        Words ??= Reference;
        var found = Filter(db.Contacts.AsNoTracking().VisibleTo(viewer));
        Total = await found.CountSomeAsync(cancel);
        (var page, HasMore) = await found
            .OrderByDescending(c => c.OpenedAt)
            .Select(c => new { c.Id, c.Reference, c.Channel, c.OpenedAt, c.ClosedAt, c.Area, c.Outcome, c.DangerAt })
            .PageAsync(Number, PerPage, cancel);
        Rows =
        [
            .. page.Select(c => new ContactRow(
                c.Id, c.Reference, codes.Channels.Name(c.Channel), c.OpenedAt, c.ClosedAt is null, c.DangerAt is not null,
                c.Area is { } area ? pack.Areas.Path(area.Value) : "", codes.Outcomes.Name(c.Outcome))),
        ];
    }

    /// <summary>Searches: what was typed becomes a reference or a blind index, the rest goes into the address as it is.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => Redirect("/contacts" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = SpokenReference.Read(Words),
        ["caller"] = string.IsNullOrWhiteSpace(Words) || SpokenReference.Read(Words) is not null ? null : await IndexesOfAsync(Words, cancel),
        ["state"] = State,
        ["channel"] = Channel,
        ["from"] = From?.ToString("O", CultureInfo.InvariantCulture),
        ["until"] = Until?.ToString("O", CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value))));

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
        if (Until is { } until && until < DateOnly.MaxValue)
        {
            var end = pack.Country.Instant(until.AddDays(1), TimeOnly.MinValue);
            contacts = contacts.Where(c => c.OpenedAt < end);
        }
        if (SpokenReference.Read(Reference) is { } reference)
            contacts = contacts.Where(c => c.Reference == reference);
        if (Caller is not null)
        {
            var (phones, since) = (Indexes(Caller), memory.Since);
            contacts = contacts.Where(c => c.OpenedAt >= since && phones.Contains(c.Safety!.PhoneIndex));
        }
        return contacts;
    }

    // However it was typed; never a name. Under every key that is alive: an earlier call of the number may lie under an older one.
    private async Task<string> IndexesOfAsync(string words, CancellationToken cancel) => string.Concat(
        await indexes.AllOfAsync(nameof(Safety.Phone), BlindIndexes.Telephone(words, pack.Country.PhonePrefix), cancel));

    // What is no index is the index of no number.
    private static List<BlindIndex?> Indexes(string hex)
    {
        var bytes = new byte[Math.Min(hex.Length / 2, MostIndexes * BlindIndex.Length)];
        Convert.FromHexString(hex, bytes, out _, out _);
        return [.. bytes.Chunk(BlindIndex.Length).Select(index => new BlindIndex(index))];
    }
}

internal sealed record ContactRow(
    ContactId Id, string Reference, string Channel, DateTimeOffset OpenedAt, bool IsOpen, bool IsDanger, string Area, string Outcome);
