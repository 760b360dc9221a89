
namespace Amparo.Demo;

/// <summary>Stands where a story is told: inside <see cref="Tell"/>'s asynchronous flow in the past, everywhere else at the real time.</summary>
/// <remarks>Only the program that loads the demonstration is put together with it: nothing that serves people can set back its clock.</remarks>
public sealed class StoryClock(TimeProvider real) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _told = new();

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _told.Value ?? real.GetUtcNow();

    public override long GetTimestamp() => real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>From here to the end of the calling asynchronous method it is then.</summary>
    internal void Tell(DateTimeOffset moment) => _told.Value = moment;
}
