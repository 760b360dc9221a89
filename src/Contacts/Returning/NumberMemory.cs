using Amparo.Platform.Packs;

namespace Amparo.Contacts.Returning;

/// <summary>Since when contacts are found by the number they came from: older ones are not, whether the background work has come to them or not.</summary>
public sealed class NumberMemory(Pack pack, TimeProvider clock)
{
    public DateTimeOffset Since => clock.GetUtcNow().AddMonths(-pack.Read<ReturnRules>(ReturnRules.File).NumberMonths);
}
