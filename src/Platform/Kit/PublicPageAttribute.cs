namespace Amparo.Platform.Kit;

/// <summary>
/// A page whose answer holds nothing secret and nothing of one person, so that it may be compressed (see <see cref="KitServices"/>).
/// Pages behind a secret link or with a chat are not such pages, though anybody may open them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute;
