using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Amparo.Platform.Clocks;

/// <summary>A time with its norm that runs for one record: started and stopped by events, as the country pack says.</summary>
public sealed class Clock : IVersioned
{
    private Clock()
    {
    }

    public ClockId Id { get; private init; } = ClockId.New();

    /// <summary>The rule in the pack.</summary>
    public Code Rule { get; private init; }

    public string Kind { get; private init; } = "";

    public Guid About { get; private init; }

    public Guid? Under { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset? DueAt { get; private init; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Steps of the escalation already taken.</summary>
    public int Step { get; private set; }

    public DateTimeOffset? NextStepAt { get; private set; }

    public int Version { get; private init; } = 1;

    public bool IsRunning => StoppedAt is null;

    public bool IsLate(DateTimeOffset now) => DueAt < (StoppedAt ?? now);

    internal static Clock Start(Code rule, Subject about, Guid? under, DateTimeOffset now, DateTimeOffset? due, DateTimeOffset? nextStep) => new()
    {
        Rule = rule,
        Kind = about.Kind,
        About = about.Id,
        Under = under,
        StartedAt = now,
        DueAt = due,
        NextStepAt = nextStep,
    };

    internal void Stop(DateTimeOffset now)
    {
        StoppedAt = now;
        NextStepAt = null;
    }

    /// <summary>Takes the next step of the escalation.</summary>
    internal ClockEscalated Escalate(Code to, DateTimeOffset? nextStep)
    {
        Step++;
        NextStepAt = nextStep;
        return new ClockEscalated(Id, Rule, new Code(Kind), About, Under, Step, to);
    }

    internal static void Map(EntityTypeBuilder<Clock> clock)
    {
        clock.ToTable("Clocks");
        clock.Property(c => c.Kind).HasMaxLength(20);
        clock.HasIndex(c => c.About);
        clock.HasIndex(c => c.Under);
        clock.HasIndex(c => c.NextStepAt);
        clock.HasIndex(c => new { c.Kind, c.DueAt }).HasFilter("\"StoppedAt\" IS NULL");
    }
}
