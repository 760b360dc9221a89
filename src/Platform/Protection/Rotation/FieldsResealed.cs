using Amparo.Platform.Events;

namespace Amparo.Platform.Protection.Rotation;

/// <summary>The fields that lay under older keys were put under the new ones.</summary>
/// <param name="Master">The master key of the rotation this belongs to.</param>
/// <param name="Rows">How many rows were changed.</param>
/// <param name="Left">How many rows could not be opened and stay as they were.</param>
/// <param name="Retired">How many old keys for blind indexes were taken away.</param>
public sealed record FieldsResealed(Guid Master, long Rows, long Left, int Retired) : IEvent
{
    public Subject About => new("master-key", Master);
}
