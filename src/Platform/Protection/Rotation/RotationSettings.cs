namespace Amparo.Platform.Protection.Rotation;

/// <summary>The pace at which keys are rotated and noticed.</summary>
internal sealed record RotationSettings
{
    /// <summary>How often a node looks for keys of others.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a rotation waits until every node has surely looked, and what was being saved with the old keys is saved.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many rows are put under the new keys at once.</summary>
    public int Batch { get; init; } = 100;

    /// <summary>How long it rests after each batch: on SQLite another process waits for the lock, and people come first.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMilliseconds(50);
}
