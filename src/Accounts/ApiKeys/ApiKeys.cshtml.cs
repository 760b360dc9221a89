using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.ApiKeys;

/// <summary>The keys of the agencies one administers: whose, what for, until when, and whether anybody uses them.</summary>
[Needs(Permission.SeeApiKeys)]
internal sealed class ApiKeysModel(Db db, UserScope scope, TimeProvider clock) : PageModel
{
    private const int Most = 50;

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        (Rows, HasMore) = await (
            from k in db.ApiKeys.AsNoTracking()
            join a in scope.Agencies on k.Agency equals a.Id
            join u in db.ApiKeyUses on k.Id equals u.Key
            join o in db.Offices on k.Office equals (OfficeId?)o.Id into offices
            from o in offices.DefaultIfEmpty()
            orderby k.RevokedAt != null, k.MadeAt descending
            select new Row(k.Id, k.Name, k.Prefix, a.Name, o == null ? null : o.Name, k.Scopes, k.Until, u.LastAt, k.RevokedAt))
            .PageAsync(PageNumber, Most, cancel);
    }

    internal sealed record Row(
        ApiKeyId Id, string Name, string Prefix, string Agency, string? Office, string[] Scopes, DateTimeOffset Until, DateTimeOffset? LastAt, DateTimeOffset? RevokedAt)
    {
        public bool Works(DateTimeOffset now) => RevokedAt is null && now < Until;
    }
}
