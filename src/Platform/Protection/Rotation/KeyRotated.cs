using Amparo.Platform.Events;

namespace Amparo.Platform.Protection.Rotation;

/// <summary>Every key was put under another master key, and a new one of each sort was made.</summary>
/// <param name="Master">Tells the new master key from others; it opens nothing.</param>
/// <param name="Previous">The one before it, which must never come back.</param>
/// <param name="Keys">How many keys were put under it.</param>
/// <param name="Index">The version of the new key for blind indexes.</param>
public sealed record KeyRotated(Guid Master, Guid Previous, int Keys, int Index) : IEvent
{
    public Subject About => new("master-key", Master);

    public Subject? Under => new Subject("master-key", Previous);
}
