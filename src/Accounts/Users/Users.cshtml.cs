using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

[Needs(Permission.SeeUsers)]
internal sealed class UsersModel(Db db, UserScope scope) : PageModel
{
    private const int Most = 50;

    [FromQuery(Name = "name")]
    public string? Name { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        var wanted = Logins.Fold(Name ?? "");
        (Rows, HasMore) = await (
            from u in scope.Users.AsNoTracking()
            join a in db.Agencies on u.Agency equals a.Id
            where u.Folded.Contains(wanted) || u.Login.Contains(wanted)
            orderby u.Folded, u.Id
            select new Row(u.Id, u.Name, u.Login, a.Name, u.Roles, u.Active, u.MfaConfirmed, u.TemporaryUntil != null))
            .PageAsync(PageNumber, Most, cancel);
    }

    internal sealed record Row(UserId Id, string Name, string Login, string Agency, string[] Roles, bool Active, bool Mfa, bool Temporary)
    {
        public string State => !Active ? "users.state.inactive" : Temporary ? "users.state.waiting" : Mfa ? "users.state.mfa" : "users.state.password";
    }
}
