using Amparo.Accounts.Reviews;
using Amparo.Platform;
using Amparo.Platform.Permissions;
using Amparo.Providers;

namespace Amparo.Accounts.Users;

/// <summary>What administrators do with somebody's account.</summary>
internal sealed partial class User
{
    /// <exception cref="Refused">No role was chosen or one that the agency's people may not hold, or an administrator would shut themselves out.</exception>
    public UserRolesChanged ChangeRoles(IReadOnlyCollection<string> roles, IReadOnlyCollection<string> allowed, Viewer by)
    {
        var known = RoleList.Of(roles, allowed);
        if (by.User == Id && !known.Contains(Role.Administrator))
            throw new Refused("users.not-yourself");
        Roles = known;
        return new UserRolesChanged(Id, RoleList.Codes(known));
    }

    /// <exception cref="Refused">Nobody confirms what they may do themselves; or the account is deactivated.</exception>
    public PrivilegesConfirmed ConfirmPrivileges(Viewer by)
    {
        if (by.User == Id)
            throw new Refused("review.not-yourself");
        RefuseInactive();
        return new PrivilegesConfirmed(Id, RoleList.Codes(Roles));
    }

    /// <exception cref="Refused">The office is of another agency.</exception>
    public UserOfficeChanged ChangeOffice(Office? office)
    {
        Office = OfficeOf(Agency, office);
        return new UserOfficeChanged(Id, Office);
    }

    /// <exception cref="Refused">An administrator would shut themselves out, or it was done before.</exception>
    public UserDeactivated Deactivate(Viewer by)
    {
        if (by.User == Id)
            throw new Refused("users.not-yourself");
        RefuseInactive();
        Active = false;
        return new UserDeactivated(Id);
    }

    /// <exception cref="Refused">It is active already.</exception>
    public UserReactivated Reactivate()
    {
        if (Active)
            throw new Refused("users.active-already");
        Active = true;
        return new UserReactivated(Id);
    }

    /// <exception cref="Refused">The account is deactivated.</exception>
    public SetUpResent ResendSetUp(DateTimeOffset now)
    {
        RefuseInactive();
        TemporaryUntil = now + TemporaryTime;
        (Failures, LockedUntil) = (0, null);
        return new SetUpResent(Id, TemporaryUntil.Value);
    }

    /// <exception cref="Refused">The account is deactivated, or has no second factor.</exception>
    public MfaReset ResetMfa()
    {
        RefuseInactive();
        if (!MfaConfirmed)
            throw new Refused("users.no-mfa");
        (Totp, MfaConfirmed, RecoveryCodes, RecoverySalt) = (default, false, [], []);
        return new MfaReset(Id);
    }

    private void RefuseInactive()
    {
        if (!Active)
            throw new Refused("users.inactive-already");
    }
}
