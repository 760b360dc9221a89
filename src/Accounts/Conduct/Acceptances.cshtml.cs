using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Conduct;

/// <summary>Who accepted which version of the code of conduct; first those who have not accepted today's. Every acceptance stays in the audit.</summary>
[Needs(Permission.SeeConduct)]
internal sealed class AcceptancesModel(UserScope scope, CodeOfConduct conduct) : PageModel
{
    private const int Most = 50;

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public CodeOfConduct Text => conduct;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public int Missing { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        Code? today = conduct.VersionCode;
        var users = scope.Users.AsNoTracking().Where(u => u.Active);
        Missing = await users.CountAsync(u => u.Conduct == null || u.Conduct != today, cancel);
        (Rows, HasMore) = await users
            .OrderBy(u => u.Conduct == today).ThenBy(u => u.Folded).ThenBy(u => u.Id)
            .Select(u => new Row(u.Name, u.Login, u.Conduct, u.ConductAt))
            .PageAsync(PageNumber, Most, cancel);
    }

    internal sealed record Row(string Name, string Login, Code? Version, DateTimeOffset? At);
}
