using Amparo.Platform.Events;

namespace Amparo.Platform.Clocks;

/// <summary>Nobody answered in time: the next in the pack's line is told.</summary>
public sealed record ClockEscalated(ClockId Clock, Code Rule, Code Kind, Guid Record, Guid? Parent, int Step, Code To) : IEvent
{
    public Subject About => new(Kind, Record);

    public Subject? Under => Parent is { } id ? new Subject("", id) : null;
}
