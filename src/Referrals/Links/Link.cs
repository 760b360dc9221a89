using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Events;

namespace Amparo.Referrals.Links;

/// <summary>A way to one referral for an office where nobody has an account: mailed, opened once with a code that the line reads out, and
/// good for half an hour of work.</summary>
/// <remarks>Token, code and session are stored as hashes alone. None is keyed, so that a change of the master key touches none.</remarks>
public sealed class Link : IVersioned
{
    public const int MostTries = 5;

    /// <summary>How many may wait unopened for one referral: each is another door, and somebody may be asking for fun.</summary>
    public const int MostWaiting = 3;

    public static readonly TimeSpan WorksFor = TimeSpan.FromMinutes(30);

    private Link()
    {
    }

    public LinkId Id { get; private init; } = LinkId.New();

    public ReferralId Referral { get; private init; }

    /// <summary>The office's first (1) or second (2) contact.</summary>
    public int DutyContact { get; private init; }

    public DateTimeOffset SentAt { get; private init; }

    /// <summary>Until when it may be opened.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }

    public byte[] Token { get; private init; } = [];

    /// <summary>Salt and hash of the code; null until the line asked for one, and again once it was used.</summary>
    public byte[]? Code { get; private set; }

    public int Tries { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public byte[]? Session { get; private set; }

    public LinkEnd? End { get; private set; }

    public int Version { get; private init; } = 1;

    internal static (Link Link, LinkSent Sent) Send(Referral referral, int dutyContact, byte[] token, DateTimeOffset now, DateTimeOffset expires)
    {
        var link = new Link { Referral = referral.Id, DutyContact = dutyContact, Token = token, SentAt = now, ExpiresAt = expires };
        return (link, new LinkSent(link.Id, referral.Id, dutyContact));
    }

    public bool IsWaiting(DateTimeOffset now) => End is null && OpenedAt is null && now < ExpiresAt;

    public LinkState StateAt(DateTimeOffset now) => this switch
    {
        { End: LinkEnd.Blocked } => LinkState.Blocked,
        { End: LinkEnd.Revoked } => LinkState.Revoked,
        { End: LinkEnd.Left } => LinkState.Used,
        { OpenedAt: { } opened } => now < opened + WorksFor ? LinkState.Working : LinkState.Used,
        _ when now >= ExpiresAt => LinkState.Expired,
        { Code: null } => LinkState.Waiting,
        _ => LinkState.CodeRead,
    };

    /// <summary>A new code, to be read out; the one before it opens nothing more.</summary>
    internal LinkCodeRead Take(byte[] code, DateTimeOffset now)
    {
        if (!IsWaiting(now))
            throw new Refused("link.code.over");
        Code = code;
        return new LinkCodeRead(Id, Referral);
    }

    /// <summary>The code was right.</summary>
    internal LinkOpened Open(byte[] session, DateTimeOffset now)
    {
        (OpenedAt, Session, Code) = (now, session, null);
        return new LinkOpened(Id, Referral);
    }

    /// <summary>The code was wrong. After the fifth time none is right.</summary>
    internal IEvent Miss()
    {
        Tries++;
        if (Tries < MostTries)
            return new LinkTried(Id, Referral, Tries);
        (End, Code) = (LinkEnd.Blocked, null);
        return new LinkBlocked(Id, Referral);
    }

    internal LinkLeft Leave()
    {
        (End, Session) = (LinkEnd.Left, null);
        return new LinkLeft(Id, Referral);
    }

    /// <summary>The line takes it back, opened or not.</summary>
    internal void Revoke() => (End, Code, Session) = (LinkEnd.Revoked, null, null);
}

/// <summary>Why it ended before its time.</summary>
public enum LinkEnd
{
    Blocked,
    Revoked,
    Left,
}

/// <summary>How it stands, as the line reads it.</summary>
public enum LinkState
{
    Waiting,
    CodeRead,
    Working,
    Used,
    Blocked,
    Revoked,
    Expired,
}
