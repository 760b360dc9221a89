namespace Amparo.Accounts;

/// <summary>The acts on accounts that need a role. One's own password and sessions need none.</summary>
public static class Permission
{
    public const string SeeUsers = "users.see";
    public const string AddUser = "users.add";
    public const string ChangeRoles = "users.change-roles";
    public const string ChangeOffice = "users.change-office";
    public const string ResendSetUp = "users.resend-set-up";
    public const string ResetMfa = "users.reset-mfa";
    public const string UnbindUser = "users.unbind";
    public const string DeactivateUser = "users.deactivate";
    public const string ReactivateUser = "users.reactivate";
    public const string ReviewPrivileges = "privileges.review";
    public const string WatchReviews = "privileges.watch";
    public const string KnowOwnReview = "privileges.know-own";
    public const string SeeConduct = "conduct.see-acceptances";
    public const string SeeApiKeys = "api-keys.see";
    public const string AddApiKey = "api-keys.add";
    public const string RevokeApiKey = "api-keys.revoke";
}
