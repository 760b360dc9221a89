using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Platform.Protection;

namespace Amparo.Contacts;

/// <summary>Something still to be done for a contact: call back, ask again, send information.</summary>
public sealed class FollowUp : IVersioned
{
    private FollowUp()
    {
    }

    public FollowUpId Id { get; private init; } = FollowUpId.New();

    public ContactId Contact { get; private init; }

    public AgencyId Agency { get; private init; }

    public Code Act { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public Sealed Note { get; private init; }

    public DateTimeOffset? DoneAt { get; private set; }

    public int Version { get; private init; } = 1;

    /// <summary>Plans an act; a call back is refused when the safety check forbids it or only allows other hours.</summary>
    internal static (FollowUp FollowUp, FollowUpPlanned Planned) Plan(
        Contact contact, Code act, DateTimeOffset due, TimeOnly localDue, string? note, Seals seals, DateTimeOffset now)
    {
        if (due < now)
            throw new Refused("follow-up.past");
        if (act == CallBackAct)
            RefuseUnsafeCall(contact.Safety, localDue);
        var id = FollowUpId.New();
        var followUp = new FollowUp
        {
            Id = id,
            Contact = contact.Id,
            Agency = contact.Agency,
            Act = act,
            DueAt = due,
            Note = seals.Seal(id, nameof(Note), note),
        };
        return (followUp, new FollowUpPlanned(id, contact.Id, act, due));
    }

    internal static readonly Code CallBackAct = new("call-back");

    internal FollowUpDone Finish(DateTimeOffset now)
    {
        if (DoneAt is not null)
            throw new Refused("follow-up.done-already");
        DoneAt = now;
        return new FollowUpDone(Id, Contact, Act);
    }

    private static void RefuseUnsafeCall(Safety? safety, TimeOnly at)
    {
        if (safety is null)
            throw new Refused("follow-up.no-safety");
        if (safety.CallBack == CallBack.Never)
            throw new Refused("follow-up.never-call");
        if (safety is { CallBack: CallBack.SafeHours, SafeFrom: { } from, SafeUntil: { } until } && !at.IsBetween(from, until))
            throw new Refused("follow-up.safe-hours", from.ToString("HH:mm"), until.ToString("HH:mm"));
    }
}
