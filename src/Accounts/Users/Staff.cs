using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts.Users;

/// <summary>Tells other modules who somebody is.</summary>
internal sealed class Staff(Db db) : IStaff
{
    // The panels of one page ask for the same few people.
    private readonly Dictionary<UserId, StaffMember?> _asked = [];

    // Whoever is no longer active stays named: the timeline is older than their leaving.
    public async Task<IReadOnlyDictionary<UserId, StaffMember>> FindAsync(IReadOnlyCollection<UserId> users, CancellationToken cancel)
    {
        var others = users.Where(u => !_asked.ContainsKey(u)).Distinct().ToList();
        if (others.Count > 0)
        {
            var found = await Members(db.Users.Where(u => others.Contains(u.Id))).ToDictionaryAsync(m => m.Id, cancel);
            others.ForEach(u => _asked[u] = found.GetValueOrDefault(u));
        }
        return users.Distinct().Select(u => _asked[u]).OfType<StaffMember>().ToDictionary(m => m.Id);
    }

    public async Task<IReadOnlyList<StaffMember>> WithRoleAsync(AgencyId agency, string role, CancellationToken cancel) =>
        await Members(db.Users.Where(u => u.Agency == agency && u.Active && u.Roles.Contains(role)).OrderBy(u => u.Folded)).ToListAsync(cancel);

    private static IQueryable<StaffMember> Members(IQueryable<User> users) =>
        users.AsNoTracking().Select(u => new StaffMember(u.Id, u.Name, u.Agency, u.Office, u.Login, u.Roles));
}
