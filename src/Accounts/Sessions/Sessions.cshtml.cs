using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Sessions;

/// <summary>Where I am signed in, and an end to it.</summary>
[SignedIn]
internal sealed class SessionsModel(Db db, Viewer viewer, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Session> Open { get; private set; } = [];

    public SessionId Mine => viewer.Session!.Value;

    private IQueryable<Session> OfMine => db.Sessions.OpenOf(viewer.User!.Value, clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancel) =>
        Open = await OfMine.AsNoTracking().OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);

    public async Task<IActionResult> OnPostEndAsync([FromForm] SessionId id, CancellationToken cancel)
    {
        var session = await OfMine.Where(s => s.Id == id).OrMissingAsync(cancel);
        await db.RecordAsync(session.End(clock.GetUtcNow()), cancel);
        return LocalRedirect("~/sessions");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancel)
    {
        var user = viewer.User!.Value;
        var ended = await db.Sessions.EndAsync(user, Mine, clock.GetUtcNow(), cancel);
        await db.RecordAsync(new OtherSessionsEnded(user, Mine, ended), cancel);
        return LocalRedirect("~/sessions");
    }
}
