using Amparo.Accounts.Users;
using Amparo.Platform;
using Amparo.Platform.Data;

namespace Amparo.Accounts.OpenId;

/// <summary>That an account at the identity provider is a user's: made by the user, signed in here, and never because a mail address is the same.</summary>
internal sealed class OpenIdBinding : IVersioned
{
    /// <summary>OpenID Connect Core, 2: a subject has 255 signs at most.</summary>
    public const int MostSubject = 255;

    public const int MostIssuer = 200;

    private OpenIdBinding()
    {
    }

    public UserId User { get; private init; }

    public string Issuer { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public DateTimeOffset BoundAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public int Version { get; private init; } = 1;

    /// <exception cref="Refused">The user has one, or the account is another user's.</exception>
    public static (OpenIdBinding Binding, OpenIdBound Bound) Bind(User user, Offer offer, bool hasOne, bool isTaken, DateTimeOffset now)
    {
        if (hasOne)
            throw new Refused("openid.bound-already");
        if (isTaken)
            throw new Refused("openid.taken");
        return (new OpenIdBinding { User = user.Id, Issuer = offer.Issuer, Subject = offer.Subject, BoundAt = now }, new OpenIdBound(user.Id));
    }

    public OpenIdAccepted Accept(bool bothFactors, DateTimeOffset now)
    {
        UsedAt = now;
        return new OpenIdAccepted(User, bothFactors);
    }

    public OpenIdUnbound Unbind() => new(User);
}
