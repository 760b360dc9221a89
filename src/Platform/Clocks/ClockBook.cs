using System.Collections.Frozen;
using Amparo.Platform.Packs;

namespace Amparo.Platform.Clocks;

/// <summary>The pack's clocks, by the events that start and stop them.</summary>
public sealed class ClockBook(Pack pack)
{
    private readonly FrozenDictionary<string, ClockRule> _rules = pack.Clocks.ToFrozenDictionary(r => r.Code);

    public ILookup<string, ClockRule> StartedBy { get; } =
        pack.Clocks.SelectMany(r => r.Restart.Prepend(r.Start).Select(start => (Start: start, Rule: r))).ToLookup(p => p.Start, p => p.Rule);

    public ILookup<string, ClockRule> StoppedBy { get; } =
        pack.Clocks.SelectMany(r => r.Stop.Concat(r.Restart).Select(stop => (Stop: stop, Rule: r))).ToLookup(p => p.Stop, p => p.Rule);

    /// <summary>The rule of a clock; null when a newer pack no longer has it.</summary>
    public ClockRule? Find(Code rule) => _rules.GetValueOrDefault(rule.Value);

    /// <summary>Whether a clock can be stopped by an event.</summary>
    public bool WaitsFor(Code rule, string happened) => Find(rule)?.Stop.Contains(happened) == true;

    public DateTimeOffset? Deadline(ClockRule rule, DateTimeOffset start) => pack.Calendar.Deadline(start, rule);

    /// <summary>When the escalation's step (0 is the first) falls due; null when there are no more.</summary>
    public DateTimeOffset? StepAt(ClockRule rule, int step, DateTimeOffset start) =>
        rule.Escalation is { } steps && step < steps.Count ? start.AddMinutes(steps[step].AfterMinutes) : null;
}
