using Amparo.Platform;
using Amparo.Platform.Kit;
using Amparo.Platform.Languages;
using Amparo.Platform.Permissions;

namespace Amparo.Accounts.Users;

/// <summary>The roles of one user, as they are chosen and kept: those the program knows, in its order, at least one.</summary>
internal static class RoleList
{
    public static IReadOnlyList<Choice> Choices(Texts texts) => [.. Role.All.Select(role => new Choice(role, texts[$"role.{role}"], texts[$"role.{role}.hint"]))];

    /// <exception cref="Refused">No role was chosen.</exception>
    public static string[] Of(IReadOnlyCollection<string> chosen) =>
        Role.All.Where(chosen.Contains).ToArray() is { Length: > 0 } known ? known : throw new Refused("users.needs-role");

    public static Code[] Codes(IEnumerable<string> roles) => [.. roles.Select(role => new Code(role))];
}
