using Amparo.Cases.Agencies;
using Amparo.Cases.Flags;
using Amparo.Platform;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;

namespace Amparo.Cases;

/// <summary>A situation that is followed. It joins contacts and people, and may begin without a known victim.</summary>
public sealed class Case : IVersioned
{
    private Case()
    {
    }

    public CaseId Id { get; private init; } = CaseId.New();

    /// <summary>For talking about it; opens nothing.</summary>
    public string Reference { get; private init; } = SpokenReference.New();

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When a contact last came or went. It also makes two who join at once a conflict.</summary>
    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>When a flag or an agency last came or went. It also makes two who do so at once a conflict.</summary>
    public DateTimeOffset? MarkedAt { get; private set; }

    /// <summary>One of the pack's states; which may follow is the pack's too.</summary>
    public Code State { get; private set; }

    /// <summary>Why it was closed.</summary>
    public Code? Closing { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public UserId? AssignedTo { get; private set; }

    /// <summary>What it is about, in few words: enough for a colleague to go on.</summary>
    public Sealed Summary { get; private set; }

    public List<CaseTie> Ties { get; private init; } = [];

    public List<CaseReceipt> Receipts { get; private init; } = [];

    public List<JoinedContact> Contacts { get; private init; } = [];

    public List<RaisedFlag> Flags { get; private init; } = [];

    public int Version { get; private init; } = 1;

    public bool IsOpen => ClosedAt is null;

    public IEnumerable<JoinedContact> Joined => Contacts.Where(c => c.PartedAt is null);

    public IEnumerable<RaisedFlag> Raised => Flags.Where(f => f.LoweredAt is null).OrderBy(f => f.Number);

    public IEnumerable<CaseTie> Tied => Ties.Where(t => t.Until is null).OrderBy(t => t.Since);

    internal string SummaryStamp => Stamp.Of(Summary);

    internal static (Case Case, CaseOpened Opened) Open(Viewer opener, Code state, ContactId contact, DateTimeOffset now)
    {
        if (opener.Agency is not { } agency)
            throw new Refused("case.open.nobody");
        var @case = new Case { State = state, OpenedAt = now, AssignedTo = opener.User };
        @case.Ties.Add(new CaseTie { Case = @case.Id, Agency = agency, Why = Tie.Took, Since = now });
        @case.Add(contact, now);
        return (@case, new CaseOpened(@case.Id, contact));
    }

    internal ContactJoined Join(ContactId contact, DateTimeOffset now)
    {
        RefuseClosed();
        if (Joined.Any(c => c.Contact == contact))
            throw new Refused("case.join.already", Reference);
        Add(contact, now);
        return new ContactJoined(Id, contact);
    }

    /// <summary>Takes a contact out that does not belong here. That it was here stays on record.</summary>
    internal ContactParted Part(ContactId contact, DateTimeOffset now)
    {
        RefuseClosed();
        var joined = Joined.FirstOrDefault(c => c.Contact == contact) ?? throw new Refused("case.part.not-joined");
        joined.Part(now);
        JoinedAt = now;
        return new ContactParted(Id, contact);
    }

    internal SummaryWritten Write(string? summary, Seals seals)
    {
        RefuseClosed();
        Summary = seals.Seal(Id, nameof(Summary), summary);
        return new SummaryWritten(Id);
    }

    /// <param name="to">A state that may follow this one.</param>
    /// <param name="closing">Why it is closed; asked exactly when the state closes.</param>
    internal CaseMoved Move(CaseState from, CaseState to, Code? closing, DateTimeOffset now)
    {
        if (!from.Next.Contains(to.Code))
            throw new Refused("case.move.not-next");
        if (to.Closes && closing is null)
            throw new Refused("case.move.closing-missing");
        State = new Code(to.Code);
        Closing = to.Closes ? closing : null;
        ClosedAt = to.Closes ? now : null;
        return new CaseMoved(Id, new Code(from.Code), State, Closing);
    }

    internal CaseAssigned Assign(UserId to)
    {
        RefuseClosed();
        if (AssignedTo == to)
            throw new Refused("case.assign.already");
        AssignedTo = to;
        return new CaseAssigned(Id, to);
    }

    /// <summary>An agency accepted a referral of it and sees it from now on.</summary>
    internal CaseReceived Receive(ReferralId referral, AgencyId agency, Code purpose, DateTimeOffset now)
    {
        Receipts.Add(new CaseReceipt { Case = Id, Referral = referral, Agency = agency, Purpose = purpose, Since = now });
        if (Tied.All(t => t.Agency != agency))
            Ties.Add(new CaseTie { Case = Id, Agency = agency, Why = Tie.Received, Since = now });
        MarkedAt = now;
        return new CaseReceived(Id, referral, agency, purpose);
    }

    /// <summary>A referral of it is over; the agency sees it no more, unless another one lasts.</summary>
    internal CaseLetGo? LetGo(ReferralId referral, DateTimeOffset now)
    {
        if (Receipts.FirstOrDefault(r => r.Referral == referral && r.EndedAt is null) is not { } receipt)
            return null;
        receipt.End(now);
        if (!Receipts.Any(r => r.Agency == receipt.Agency && r.EndedAt is null))
            Tied.FirstOrDefault(t => t.Agency == receipt.Agency && t.Why == Tie.Received)?.End(now);
        MarkedAt = now;
        return new CaseLetGo(Id, referral, receipt.Agency);
    }

    internal FlagRaised Raise(Code flag, DateTimeOffset now)
    {
        RefuseClosed();
        if (Raised.Any(f => f.Flag == flag))
            throw new Refused("flag.raised-already");
        Flags.Add(new RaisedFlag { Case = Id, Number = Flags.Count + 1, Flag = flag, RaisedAt = now });
        MarkedAt = now;
        return new FlagRaised(Id, flag);
    }

    internal FlagLowered Lower(Code flag, DateTimeOffset now)
    {
        var raised = Raised.FirstOrDefault(f => f.Flag == flag) ?? throw new Refused("flag.not-raised");
        raised.Lower(now);
        MarkedAt = now;
        return new FlagLowered(Id, flag);
    }

    /// <summary>Gives another agency a part in it.</summary>
    internal AgencyTied Assign(AgencyId agency, Code reason, DateTimeOffset now)
    {
        RefuseClosed();
        if (Tied.Any(t => t.Agency == agency))
            throw new Refused("part.tied-already");
        Ties.Add(new CaseTie { Case = Id, Agency = agency, Why = Tie.Assigned, Reason = reason, Since = now });
        MarkedAt = now;
        return new AgencyTied(Id, agency, reason);
    }

    /// <remarks>Also in a closed case: nobody goes on seeing it for no reason.</remarks>
    internal AgencyUntied EndPart(AgencyId agency, DateTimeOffset now)
    {
        var tie = Tied.FirstOrDefault(t => t.Agency == agency && t.Why != Tie.Took) ?? throw new Refused("part.not-tied");
        tie.End(now);
        MarkedAt = now;
        return new AgencyUntied(Id, agency);
    }

    private void Add(ContactId contact, DateTimeOffset now)
    {
        Contacts.Add(new JoinedContact { Case = Id, Number = Contacts.Count + 1, Contact = contact, JoinedAt = now });
        JoinedAt = now;
    }

    internal void RefuseClosed()
    {
        if (!IsOpen)
            throw new Refused("case.closed-already");
    }
}
