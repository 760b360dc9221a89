namespace Amparo.Cases;

/// <summary>A contact that belongs to a case, from when and, if it turned out not to, until when.</summary>
public sealed class JoinedContact
{
    public CaseId Case { get; internal init; }

    /// <summary>1 for the first that ever joined; a contact that comes back gets a number of its own.</summary>
    public int Number { get; internal init; }

    public ContactId Contact { get; internal init; }

    public DateTimeOffset JoinedAt { get; internal init; }

    public DateTimeOffset? PartedAt { get; private set; }

    internal void Part(DateTimeOffset now) => PartedAt = now;
}
