namespace Amparo.Platform.Kit;

/// <summary>What a deadline shows: when it falls due, when it was met, what is to be done and by which norm.</summary>
public sealed record ClockFace(DateTimeOffset? Due, DateTimeOffset? Stopped, string Act, string? Norm = null);
