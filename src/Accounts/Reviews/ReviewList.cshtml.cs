using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Reviews;

/// <summary>Whose roles are to be confirmed now, with what each lets them do and when they last signed in.</summary>
[Needs(Permission.ReviewPrivileges)]
internal sealed class ReviewListModel(Db db, Reviews reviews) : PageModel
{
    private const int Most = 50;

    public IReadOnlyList<DueReview> Due { get; private set; } = [];

    /// <summary>How many more there are: the list grows shorter as it is worked off.</summary>
    public int More { get; private set; }

    /// <summary>From the audit: sessions are forgotten after 90 days.</summary>
    public IReadOnlyDictionary<Guid, DateTimeOffset> LastSignIns { get; private set; } = new Dictionary<Guid, DateTimeOffset>();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var due = await reviews.DueAsync(cancel);
        (Due, More) = ([.. due.Take(Most)], Math.Max(0, due.Count - Most));
        LastSignIns = await db.LastSignInsAsync([.. Due.Select(d => d.Id.Value)], cancel);
    }
}

internal static class SignIns
{
    extension(Db db)
    {
        internal async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> LastSignInsAsync(Guid[] users, CancellationToken cancel)
        {
            var last = await db.Audit.Where(e => e.Event == "user.signed-in" && users.Contains(e.About))
                .GroupBy(e => e.About).Select(g => new { User = g.Key, At = g.Max(e => e.At) }).ToListAsync(cancel);
            return last.ToDictionary(l => l.User, l => l.At);
        }
    }
}
