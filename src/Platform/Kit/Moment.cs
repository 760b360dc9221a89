namespace Amparo.Platform.Kit;

/// <summary>One thing that happened. A key moment is marked; an alarm is a danger to life, nothing else.</summary>
public sealed record Moment(DateTimeOffset At, string Text, string? Who = null, bool Key = false, bool Alarm = false);
