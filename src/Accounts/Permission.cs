namespace Amparo.Accounts;

/// <summary>The acts on accounts that need a role. One's own password and sessions need none.</summary>
public static class Permission
{
    public const string ManageUsers = "users.manage";
}
