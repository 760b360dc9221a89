namespace Amparo.Platform.Packs;

/// <summary>A time that starts and stops with events: to answer in, to be valid for, or to be measured.</summary>
/// <param name="Start">The event that starts it.</param>
/// <param name="Stop">The events of which any stops it.</param>
/// <param name="Restart">The events that begin it anew: what runs of it stops, and the time counts from then.</param>
/// <param name="When">What the starting event must say for the clock to start.</param>
/// <param name="StopWhen">What a stopping event must say to stop it: under each name one of these codes. Telling a shelter is not telling the police.</param>
public sealed record ClockRule(
    string Code,
    ClockKind Kind,
    Label Label,
    Norm Norm,
    string Start,
    IReadOnlyList<string> Stop,
    IReadOnlyDictionary<string, string>? When = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? StopWhen = null,
    int? Minutes = null,
    int? WorkingDays = null,
    int? Days = null,
    IReadOnlyList<EscalationStep>? Escalation = null,
    IReadOnlyList<string>? Restart = null)
{
    public IReadOnlyList<string> Restart { get; init; } = Restart ?? [];

    public IReadOnlyList<EscalationStep> Escalation { get; init; } = Escalation ?? [];

    /// <summary>Whether an event starts this clock, given a way to look up what the event says.</summary>
    public bool StartsOn(string happened, Func<string, string?> says) =>
        (Start == happened || Restart.Contains(happened)) && (When is null || When.All(must => says(must.Key) == must.Value));

    /// <summary>Whether an event stops this clock, given a way to look up what the event says.</summary>
    public bool StopsOn(string happened, Func<string, string?> says) =>
        Restart.Contains(happened) || (Stop.Contains(happened) && (StopWhen is null || StopWhen.All(must => says(must.Key) is { } said && must.Value.Contains(said))));
}

/// <summary>What running out means: nobody answered, it is no longer valid, or it only took long.</summary>
public enum ClockKind
{
    Respond,
    Expires,
    Evidence,
}

/// <summary>Who is told when a clock has run so many minutes from its start.</summary>
public sealed record EscalationStep(int AfterMinutes, EscalateTo To);

/// <summary>Who can be told next.</summary>
public enum EscalateTo
{
    SecondContact,
    Supervisor,
    Prosecutor,
    Auditor,
}
