using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Demo;

/// <summary>Who acts in the stories: the demo's people at the line, and offices, of which few have an account.</summary>
internal sealed record Cast(IReadOnlyList<Viewer> Operators, Viewer Supervisor)
{
    public Viewer Operator => Operators[0];

    public static async Task<Cast> OfAsync(Db db, IStaff staff, Pack pack, CancellationToken cancel)
    {
        var code = new Code(pack.Country.Line.Agency);
        var line = await db.Agencies.AsNoTracking().SingleAsync(a => a.Code == code, cancel);
        var operators = await AsAsync(staff, line.Id, Role.Operator, cancel);
        var supervisors = await AsAsync(staff, line.Id, Role.Supervisor, cancel);
        // Two people answered the line in its first years: here the operator and her supervisor.
        return new Cast([operators[0], supervisors[0]], supervisors[0]);
    }

    /// <summary>Somebody of an office: its first liaison, or nobody by name where it has no account.</summary>
    public static async Task<Viewer> AtAsync(Office office, IStaff staff, CancellationToken cancel)
    {
        var liaison = (await staff.WithRoleAsync(office.Agency, Role.Liaison, cancel)).FirstOrDefault(s => s.Office == office.Id);
        return new Viewer(liaison?.Id, office.Agency, office.Id, null, [Role.Liaison]);
    }

    private static async Task<IReadOnlyList<Viewer>> AsAsync(IStaff staff, AgencyId agency, string role, CancellationToken cancel) =>
        [.. (await staff.WithRoleAsync(agency, role, cancel)).Select(s => new Viewer(s.Id, s.Agency, null, null, [role]))];
}
