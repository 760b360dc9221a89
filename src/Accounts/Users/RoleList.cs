using Amparo.Platform;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;

namespace Amparo.Accounts.Users;

/// <summary>The roles of one user, as they are chosen and kept: those the program knows, in its order, at least one.</summary>
internal static class RoleList
{
    public static IReadOnlyList<Choice> Choices(Texts texts, IEnumerable<string> allowed) => [.. Role.All.Intersect(allowed).Select(role => new Choice(role, texts[$"role.{role}"], texts[$"role.{role}.hint"]))];

    /// <exception cref="Refused">No role was chosen, or one that nobody of that agency may hold.</exception>
    public static string[] Of(IReadOnlyCollection<string> chosen, IReadOnlyCollection<string> allowed)
    {
        var known = Role.All.Where(chosen.Contains).ToArray();
        if (known.Length == 0)
            throw new Refused("users.needs-role");
        return known.All(allowed.Contains) ? known : throw new Refused("users.role-not-here");
    }

    public static Code[] Codes(IEnumerable<string> roles) => [.. roles.Select(role => new Code(role))];
}
