using Amparo.Platform.Permissions;

namespace Amparo.Cases;

/// <summary>Who of an agency works on cases: those that a case or a task can be given to.</summary>
internal sealed class CaseStaff(IStaff staff)
{
    private static readonly string[] Roles = [Role.CaseWorker, Role.Operator, Role.Supervisor];

    public async Task<IReadOnlyList<StaffMember>> OfAsync(IEnumerable<AgencyId> agencies, CancellationToken cancel)
    {
        List<StaffMember> found = [];
        foreach (var (agency, role) in agencies.SelectMany(agency => Roles.Select(role => (agency, role))))
            found.AddRange(await staff.WithRoleAsync(agency, role, cancel));
        return [.. found.DistinctBy(c => c.Id).OrderBy(c => c.Name, StringComparer.CurrentCulture)];
    }
}
