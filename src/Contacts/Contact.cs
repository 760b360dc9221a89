using Amparo.Contacts.Returning;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;

namespace Amparo.Contacts;

/// <summary>One communication with the line: a call, a message, a visit. Durable from the moment it is opened; anonymous is normal.</summary>
public sealed class Contact : IVersioned
{
    private Contact()
    {
    }

    public ContactId Id { get; private init; } = ContactId.New();

    /// <summary>For talking about it; opens nothing.</summary>
    public string Reference { get; private init; } = SpokenReference.New();

    /// <summary>The line that took it.</summary>
    public AgencyId Agency { get; private init; }

    public UserId TakenBy { get; private init; }

    public Code Channel { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>The caller's own words, short, never a transcript.</summary>
    public Sealed Account { get; private set; }

    public Sealed People { get; private set; }

    public Sealed Suspect { get; private set; }

    public Code? Form { get; private set; }

    public Answer HappeningNow { get; private set; }

    public Answer Weapons { get; private set; }

    public Answer LockedIn { get; private set; }

    public Answer Hurt { get; private set; }

    public Answer Children { get; private set; }

    public Code? Area { get; private set; }

    public Sealed Place { get; private set; }

    public Safety? Safety { get; private set; }

    public DateTimeOffset? DangerAt { get; private set; }

    public Code? Reason { get; private set; }

    public Code? Outcome { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public int Version { get; private init; } = 1;

    public bool IsOpen => ClosedAt is null;

    internal string SafetyStamp => Stamp.Of(Safety?.CheckedAt);

    internal string AccountStamp => Stamp.Of(Account, People, Suspect, Form, HappeningNow, Weapons, LockedIn, Hurt, Children);

    internal string PlaceStamp => Stamp.Of(Area, Place);

    /// <summary>Opens a contact before anything is typed.</summary>
    internal static (Contact Contact, ContactOpened Opened) Open(Viewer taker, Code channel, DateTimeOffset now)
    {
        if (taker is not { User: { } user, Agency: { } agency })
            throw new Refused("contact.open.nobody");
        var contact = new Contact { Agency = agency, TakenBy = user, Channel = channel, OpenedAt = now };
        return (contact, new ContactOpened(contact.Id, channel));
    }

    internal AccountTaken TakeAccount(AccountWords words, AccountFacts facts, Seals seals)
    {
        RefuseWhenClosed();
        Account = seals.Seal(Id, nameof(Account), words.Account);
        People = seals.Seal(Id, nameof(People), words.People);
        Suspect = seals.Seal(Id, nameof(Suspect), words.Suspect);
        (Form, HappeningNow, Weapons, LockedIn, Hurt, Children) =
            (facts.Form, facts.HappeningNow, facts.Weapons, facts.LockedIn, facts.Hurt, facts.Children);
        return new AccountTaken(Id, Form, HappeningNow, Children);
    }

    internal ContactLocated Locate(Code area, string? place, Seals seals)
    {
        RefuseWhenClosed();
        Area = area;
        Place = seals.Seal(Id, nameof(Place), place);
        return new ContactLocated(Id, area);
    }

    internal SafetyChecked CheckSafety(Safety safety)
    {
        RefuseWhenClosed();
        Safety = safety;
        return new SafetyChecked(Id, safety.Tier, safety.CanTalk, safety.IsSafe, safety.NeverTell.Count);
    }

    /// <summary>Somebody's life or freedom is in danger now. Never refused: not for a missing place, not for a closed contact.</summary>
    internal DangerDeclared DeclareDanger(OfficeId? office, DateTimeOffset now)
    {
        DangerAt ??= now;
        return new DangerDeclared(Id, Area, office);
    }

    internal ContactClosed Close(Code reason, Code outcome, bool countsAsReport, DateTimeOffset now)
    {
        RefuseWhenClosed();
        (Reason, Outcome, ClosedAt) = (reason, outcome, now);
        return new ContactClosed(Id, reason, outcome, countsAsReport);
    }

    internal ContactReopened Reopen()
    {
        if (IsOpen)
            throw new Refused("contact.reopen.open");
        ClosedAt = null;
        return new ContactReopened(Id);
    }

    /// <summary>The number stays for who may read it; by it the contact is found no more.</summary>
    internal NumberForgotten ForgetNumber()
    {
        Safety = Safety! with { PhoneIndex = null };
        return new NumberForgotten(Id);
    }

    internal void RefuseWhenClosed()
    {
        if (!IsOpen)
            throw new Refused("contact.closed-already");
    }
}

/// <summary>An answer to a yes-or-no question. Not asked, not known and not told are never "no".</summary>
public enum Answer
{
    NotAsked,
    Yes,
    No,
    Unknown,
    Declined,
}

internal sealed record AccountWords(string? Account, string? People, string? Suspect);

internal sealed record AccountFacts(Code? Form, Answer HappeningNow, Answer Weapons, Answer LockedIn, Answer Hurt, Answer Children);
