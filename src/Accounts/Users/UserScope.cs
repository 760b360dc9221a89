using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.Users;

/// <summary>Whom an administrator manages: their own agency, or everybody for those of the line.</summary>
internal sealed class UserScope(Db db, Viewer viewer, IOptions<AccountsOptions> options)
{
    public IQueryable<User> Users
    {
        get
        {
            var agencies = Agencies;
            return db.Users.Where(u => agencies.Any(a => a.Id == u.Agency));
        }
    }

    public IQueryable<Agency> Agencies
    {
        get
        {
            var (own, line) = (viewer.Agency, options.Value.LineAgency);
            var all = db.Agencies;
            return line == default ? all.Where(a => a.Id == own) : all.Where(a => a.Id == own || all.Any(mine => mine.Id == own && mine.Code == line));
        }
    }

    public Task<User> OneAsync(UserId id, CancellationToken cancel) => Users.Where(u => u.Id == id).OrMissingAsync(cancel);
}
