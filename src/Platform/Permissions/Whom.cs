namespace Amparo.Platform.Permissions;

/// <summary>Whom of their own agency somebody asks for an act that is not theirs: a missing button leaves people looking for it.</summary>
public sealed class Whom
{
    private readonly Modules _modules;
    private readonly IStaff _staff;
    private readonly Viewer _viewer;

    internal Whom(Modules modules, IStaff staff, Viewer viewer) => (_modules, _staff, _viewer) = (modules, staff, viewer);

    /// <summary>The names of those who may, in their order; empty where nobody does. Null where one may oneself.</summary>
    public async Task<IReadOnlyList<string>?> MayAsync(string permission, CancellationToken cancel)
    {
        var roles = _modules.Permissions[permission];
        if (roles.Any(_viewer.Is))
            return null;
        List<StaffMember> found = [];
        if (_viewer.Agency is { } agency)
        {
            foreach (var role in roles.Order(StringComparer.Ordinal))
                found.AddRange(await _staff.WithRoleAsync(agency, role, cancel));
        }
        return [.. found.DistinctBy(one => one.Id).Select(one => one.Name).Order(StringComparer.CurrentCulture)];
    }
}
