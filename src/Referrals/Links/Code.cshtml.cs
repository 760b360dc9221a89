using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Referrals.Links;

/// <summary>The code to read out by telephone: shown once, to whoever of the line asks for it. Asking again makes a new one.</summary>
[Needs(Permission.ReadLinkCode)]
[EachTime]
internal sealed class CodeModel(Db db, ReferralCards cards, Texts texts, Show show, Pack pack, Viewer viewer, TimeProvider clock) : PageModel
{
    [FromRoute]
    public ReferralId Id { get; set; }

    /// <summary>For which of the links that wait; without it, the newest.</summary>
    [BindProperty]
    public LinkId? Link { get; set; }

    public ReferralCard Referral { get; private set; } = null!;

    public IReadOnlyList<Choice> Waiting { get; private set; } = [];

    /// <summary>Whom to call: a number of the directory, never one that a caller gives.</summary>
    public string? Telephone { get; private set; }

    public string? Code { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Referral = await cards.OneAsync(db.Referrals.SentBy(viewer), Id, cancel);
        var now = clock.GetUtcNow();
        var waiting = await LinksOf(Id, now).AsNoTracking().ToListAsync(cancel);
        Waiting = [.. waiting.Select(l => new Choice(l.Id.ToString(), $"{texts[$"link.to.{l.DutyContact}"]}, {show.Time(l.SentAt)}"))];
        Link ??= waiting.FirstOrDefault()?.Id;
        var to = await db.Referrals.Where(r => r.Id == Id).Select(r => r.To).SingleAsync(cancel);
        var office = await db.Offices.AsNoTracking().Where(o => o.Id == to).OrMissingAsync(cancel);
        Telephone = office.OnDuty(pack.Country.Local(now).DateTime)?.Phone ?? office.Phone;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().SentBy(viewer).Where(r => r.Id == Id).OrMissingAsync(cancel);
        var now = clock.GetUtcNow();
        var waiting = await LinksOf(referral.Id, now).ToListAsync(cancel);
        var link = (Link is { } chosen ? waiting.Find(l => l.Id == chosen) : waiting.FirstOrDefault()) ?? throw new Refused("link.code.over");
        var code = LinkCode.New();
        await db.RecordAsync(link.Take(LinkCode.Hash(code), now), cancel);
        await OnGetAsync(cancel);
        Code = LinkCode.Grouped(code);
        return Page();
    }

    private IQueryable<Link> LinksOf(ReferralId referral, DateTimeOffset now) => db.LinksOfOpen().Waiting(now)
        .Where(l => l.Referral == referral)
        .OrderByDescending(l => l.SentAt).ThenByDescending(l => l.Id);
}
