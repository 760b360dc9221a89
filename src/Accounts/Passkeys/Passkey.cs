using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace Amparo.Accounts.Passkeys;

/// <summary>A key that a person's device or stick holds; we hold its public half. With the person's finger, face or PIN it stands for both factors.</summary>
/// <remarks>What the device says of its maker (attestation) is neither asked for nor kept.</remarks>
internal sealed class Passkey : IVersioned
{
    /// <summary>Telephone, desk, a stick and a spare; more is a sign that old ones are not removed.</summary>
    public const int Most = 6;

    private Passkey()
    {
    }

    public PasskeyId Id { get; private init; } = PasskeyId.New();

    public UserId User { get; private init; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private init; } = "";

    public byte[] Credential { get; private init; } = [];

    public byte[] PublicKey { get; private init; } = [];

    public string[] Transports { get; private init; } = [];

    public bool BackupEligible { get; private init; }

    public bool BackedUp { get; private set; }

    /// <summary>How often it signed, as it says itself; a copy falls behind. Keys that are kept in a cloud say 0 always.</summary>
    public long SignCount { get; private set; }

    public DateTimeOffset AddedAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>When the last challenge it answered was made: none made at or before is taken again.</summary>
    public DateTimeOffset? LastChallengeAt { get; private set; }

    public int Version { get; private init; } = 1;

    /// <exception cref="Refused">There are too many, or the device did not make sure who holds it.</exception>
    public static (Passkey Passkey, PasskeyAdded Added) Add(User user, UserPasskeyInfo made, string name, int others, DateTimeOffset now)
    {
        if (others >= Most)
            throw new Refused("passkeys.too-many");
        if (!made.IsUserVerified)
            throw new Refused("passkeys.not-verified");
        var passkey = new Passkey
        {
            User = user.Id,
            Name = name.Trim(),
            Credential = made.CredentialId,
            PublicKey = made.PublicKey,
            Transports = made.Transports ?? [],
            BackupEligible = made.IsBackupEligible,
            BackedUp = made.IsBackedUp,
            SignCount = made.SignCount,
            AddedAt = now,
        };
        return (passkey, new PasskeyAdded(user.Id, passkey.Id));
    }

    /// <summary>Null when the challenge was answered before, or the device did not make sure who holds it.</summary>
    public PasskeyAccepted? Accept(UserPasskeyInfo used, DateTimeOffset challengeAt, DateTimeOffset now)
    {
        if (!used.IsUserVerified || challengeAt <= LastChallengeAt)
            return null;
        (SignCount, BackedUp, UsedAt, LastChallengeAt) = (used.SignCount, used.IsBackedUp, now, challengeAt);
        return new PasskeyAccepted(User, Id);
    }

    public PasskeyRemoved Remove() => new(User, Id);

    /// <summary>As the framework asks for it.</summary>
    public UserPasskeyInfo Info() =>
        new(Credential, PublicKey, AddedAt, (uint)SignCount, Transports, isUserVerified: true, BackupEligible, BackedUp, attestationObject: [], clientDataJson: [])
        {
            Name = Name,
        };
}
