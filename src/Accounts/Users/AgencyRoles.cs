using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.Extensions.Options;

namespace Amparo.Accounts.Users;

/// <summary>Which roles the people of an agency may hold. The line's own may hold all; an auditor elsewhere would see what everybody did.</summary>
internal sealed class AgencyRoles(Pack pack, IOptions<AccountsOptions> options)
{
    private const string File = "accounts/roles.json";

    private readonly RolesByKind _rules = pack.Read<RolesByKind>(File);

    public static PackSection Section { get; } = PackSection.Of<RolesByKind>(File, (rules, _) => rules.Flaws());

    public IReadOnlyList<string> Of(Agency agency) => agency.Code == options.Value.LineAgency
        ? Role.All
        : _rules.Kinds.FirstOrDefault(kind => kind.AgencyKind == agency.Kind.Value)?.Roles ?? _rules.Otherwise;

    internal sealed record RolesByKind(IReadOnlyList<string> Otherwise, IReadOnlyList<KindRoles> Kinds)
    {
        public IEnumerable<PackFlaw> Flaws() => Kinds.SelectMany(kind => kind.Roles).Concat(Otherwise).Distinct().Where(role => !Role.All.Contains(role))
            .Select(role => new PackFlaw(role, $"There is no role “{role}”.", $"Use: {string.Join(", ", Role.All)}."));
    }

    internal sealed record KindRoles(string AgencyKind, IReadOnlyList<string> Roles);
}
