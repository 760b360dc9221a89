namespace Amparo.Platform.Events;

/// <summary>Something that happened. It holds ids, codes, instants and numbers only: words and names stay in protected fields.</summary>
public interface IEvent
{
    /// <summary>The record it happened to.</summary>
    Subject About { get; }

    /// <summary>The record that one belongs to, whose timeline shows the event too.</summary>
    Subject? Under => null;
}

/// <summary>Answers an event in the same transaction; what it returns is recorded with the first.</summary>
public interface IWhen<in TEvent> where TEvent : IEvent
{
    Task<IReadOnlyList<IEvent>> WhenAsync(TEvent happened, CancellationToken cancel);
}

/// <summary>Acts on an event after it is durable, from the outbox, at least once: a repeat must do no harm.</summary>
public interface IAfter<in TEvent> where TEvent : IEvent
{
    Task AfterAsync(TEvent happened, Delivery delivery, CancellationToken cancel);
}

/// <summary>One delivery of an event to one handler.</summary>
/// <param name="Id">The same at every attempt, so that a receiver can tell a repeat.</param>
/// <param name="Attempt">1 at first.</param>
/// <param name="At">When the event was recorded.</param>
public sealed record Delivery(long Id, int Attempt, DateTimeOffset At);
