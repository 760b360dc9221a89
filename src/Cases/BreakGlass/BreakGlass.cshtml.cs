using System.ComponentModel.DataAnnotations;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Kit;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Cases.BreakGlass;

/// <summary>Opens a case that one has no tie to, to be read for a while. Its supervisors are told at once, and one of them looks at why.</summary>
/// <remarks>Whether a reference names a case is said to nobody who may not open it, and whoever tries too often waits.
/// A form sent twice opens once: what is open already is not opened again.</remarks>
[Needs(Permission.BreakGlass), EachTime]
internal sealed class BreakGlassModel(Db db, CaseCodes codes, GlassClock ends, NeverTold neverTold, Seals seals, Viewer viewer, TimeProvider clock) : PageModel
{
    private const int MostTries = 5;
    private static readonly TimeSpan TriesCountFor = TimeSpan.FromHours(1);

    [BindProperty]
    public GlassInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Reasons => codes.AccessReasons.Choices();

    public int Minutes => ends.MinutesFrom(clock.GetUtcNow());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var reason = codes.AccessReasons.Find(Input.Reason) ?? throw new Refused("glass.reason-missing");
        reason.RefuseWithout(Input.Words);
        var now = clock.GetUtcNow();
        var reference = SpokenReference.Read(Input.Reference);
        if (await NamedAsync(db.ReadableCases(viewer, now), reference, cancel) is { } mine)
            return Redirect($"/cases/{mine}");
        if (await TriesAsync(now, cancel) >= MostTries)
            return await HoldAsync("glass.too-often", cancel);
        if (await NamedAsync(db.Cases, reference, cancel) is not { } id || (await neverTold.OfAsync(id, cancel)).Contains(viewer.Agency!.Value))
            return await HoldAsync("glass.not-opened", cancel);
        var (access, broken) = EmergencyAccess.Open(id, viewer, reason, Input.Words?.Trim(), ends.ExpiryOf(now), seals, now);
        db.EmergencyAccesses.Add(access);
        await db.RecordAsync(broken, cancel);
        return Redirect($"/cases/{id}");
    }

    private static async Task<CaseId?> NamedAsync(IQueryable<Case> cases, string? reference, CancellationToken cancel) => reference is null
        ? null
        : await cases.Where(c => c.Reference == reference).OrderByDescending(c => c.OpenedAt).Select(c => (CaseId?)c.Id).FirstOrDefaultAsync(cancel);

    private async Task<int> TriesAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (me, since) = (viewer.User!.Value, now - TriesCountFor);
        var held = await db.Audit.CountAsync(e => e.About == me.Value && e.Event == "case.glass-held" && e.At > since, cancel);
        return held + await db.EmergencyAccesses.CountAsync(a => a.By == me && a.OpenedAt > since, cancel);
    }

    private async Task<IActionResult> HoldAsync(string why, CancellationToken cancel)
    {
        await db.RecordAsync(new GlassHeld(viewer.User!.Value), cancel);
        throw new Refused(why);
    }
}

internal sealed class GlassInput
{
    [Required(ErrorMessage = "glass.reference-missing"), StringLength(20)]
    public string? Reference { get; set; }

    [Required(ErrorMessage = "glass.reason-missing")]
    public string? Reason { get; set; }

    [StringLength(1000)]
    public string? Words { get; set; }
}
