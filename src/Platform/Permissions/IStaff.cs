namespace Amparo.Platform.Permissions;

/// <summary>What pages may say of a member of staff. Accounts answers.</summary>
public interface IStaff
{
    /// <summary>Names by id, for timelines and tables; an unknown id is left out.</summary>
    Task<IReadOnlyDictionary<UserId, StaffMember>> FindAsync(IReadOnlyCollection<UserId> users, CancellationToken cancel);

    /// <summary>Those of an agency who hold a role, for assignments and escalation.</summary>
    Task<IReadOnlyList<StaffMember>> WithRoleAsync(AgencyId agency, string role, CancellationToken cancel);
}

public sealed record StaffMember(UserId Id, string Name, AgencyId Agency, OfficeId? Office, string Mail, IReadOnlyList<string> Roles);
