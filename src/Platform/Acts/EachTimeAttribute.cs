namespace Amparo.Platform.Acts;

/// <summary>A page whose forms are carried out each time they are posted, whatever key they bring: where a repeat would tell a stranger
/// what the first did (signing in), or where the key belongs to another page's form (unlocking).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EachTimeAttribute : Attribute
{
    internal static bool Marks(object page) => IsDefined(page.GetType(), typeof(EachTimeAttribute), inherit: false);
}
