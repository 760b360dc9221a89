using Amparo.Accounts.Conduct;
using Amparo.Accounts.Reviews;
using Amparo.Accounts.SigningIn;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;
using Amparo.Providers;

namespace Amparo.Accounts.Users;

/// <summary>Somebody who may sign in. Never deleted, since the audit names them: deactivated.</summary>
internal sealed partial class User : IVersioned
{
    public const string TotpField = nameof(Totp);
    private const int MostFailures = 5;
    private static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    /// <summary>How long a temporary password may wait: over a long weekend, no longer (ASVS 5.0, 6.4.1).</summary>
    private static readonly TimeSpan TemporaryTime = TimeSpan.FromHours(72);

    private User()
    {
    }

    public UserId Id { get; private init; } = UserId.New();

    /// <summary>A mail address in lower case.</summary>
    public string Login { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>The name as it is searched: lower case, no accents.</summary>
    public string Folded { get; private init; } = "";

    public AgencyId Agency { get; private init; }

    /// <summary>Where a liaison answers; null stands for every office of the agency.</summary>
    public OfficeId? Office { get; private set; }

    public string[] Roles { get; private set; } = [];

    public bool Active { get; private set; } = true;

    /// <summary>Made for the demonstration: its secrets are no secrets.</summary>
    public bool Demo { get; private init; }

    public string? PasswordHash { get; internal set; }

    /// <summary>Until when a temporary password may be used; null once the person chose their own.</summary>
    public DateTimeOffset? TemporaryUntil { get; private set; }

    /// <summary>Changes with every secret of the account, so that a half sign-in begun before is worth nothing.</summary>
    public string Stamp { get; internal set; } = "";

    public Sealed Totp { get; internal set; }

    public bool MfaConfirmed { get; internal set; }

    /// <summary>The time step of the last code that was taken: none at or before it is taken again.</summary>
    public long LastTotpStep { get; internal set; }

    public byte[] RecoverySalt { get; internal set; } = [];

    public string[] RecoveryCodes { get; internal set; } = [];

    /// <summary>The version of the code of conduct that was accepted last.</summary>
    public Code? Conduct { get; private set; }

    public DateTimeOffset? ConductAt { get; private set; }

    public int Failures { get; internal set; }

    public DateTimeOffset? LockedUntil { get; internal set; }

    public int Version { get; private init; } = 1;

    /// <summary>Whoever sees more than courses needs a second factor.</summary>
    public bool NeedsMfa => Roles.Any(role => role != Role.Learner);

    /// <exception cref="Refused">No role was chosen or one that the agency's people may not hold, or the office is of another agency.</exception>
    public static (User User, UserAdded Added) Add(
        string login, string name, AgencyId agency, Office? office, IReadOnlyCollection<string> roles, IReadOnlyCollection<string> allowed, DateTimeOffset? now, bool demo = false)
    {
        var user = new User
        {
            Login = Logins.Normal(login),
            Name = name.Trim(),
            Folded = Logins.Fold(name),
            Agency = agency,
            Office = OfficeOf(agency, office),
            Roles = RoleList.Of(roles, allowed),
            TemporaryUntil = now + TemporaryTime,
            Demo = demo,
        };
        return (user, new UserAdded(user.Id, agency, user.Office, RoleList.Codes(user.Roles)));
    }

    /// <summary>Whether the right password would let them in now.</summary>
    public bool MayTry(DateTimeOffset now) => Active && !(LockedUntil > now) && !(TemporaryUntil < now);

    /// <summary>A wrong password or code. While locked out, or inactive, it is noted and not counted.</summary>
    public IEvent Fail(DateTimeOffset now)
    {
        if (!MayTry(now) || ++Failures < MostFailures)
            return new SignInFailed(Id);
        Failures = 0;
        LockedUntil = now + LockoutTime;
        return new LockedOut(Id, LockedUntil.Value);
    }

    public PasswordAccepted AcceptPassword() => new(Id);

    /// <summary>Everything that was asked for has been given. Not before: whoever knows the password alone must not set the count back.</summary>
    public void Enter() => (Failures, LockedUntil) = (0, null);

    public RecoveryCodeUsed UseRecoveryCode() => new(Id, RecoveryCodes.Length);

    public bool Accepts(CodeOfConduct conduct) => Conduct == conduct.VersionCode;

    /// <exception cref="Refused">Another text than this one was read.</exception>
    public ConductAccepted AcceptConduct(CodeOfConduct conduct, string? read, DateTimeOffset now)
    {
        if (read != conduct.Version)
            throw new Refused("conduct.changed");
        (Conduct, ConductAt) = (conduct.VersionCode, now);
        return new ConductAccepted(Id, conduct.VersionCode);
    }

    public PasswordChanged ChangePassword()
    {
        TemporaryUntil = null;
        return new PasswordChanged(Id);
    }

    public MfaSetUp SetUpMfa()
    {
        MfaConfirmed = true;
        return new MfaSetUp(Id);
    }

    public TurnedAway TurnAway() => new(Id);

    private static OfficeId? OfficeOf(AgencyId agency, Office? office) =>
        office is null || office.Agency == agency ? office?.Id : throw new Refused("users.office-other");
}
