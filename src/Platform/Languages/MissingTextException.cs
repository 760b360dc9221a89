
namespace Amparo.Platform.Languages;

/// <summary>A page asked for a text that no resource file holds.</summary>
public sealed class MissingTextException(string key, string language)
    : Exception($"No text \"{key}\" in \"{language}\": add it to the module's Texts.resx and Texts.en.resx.")
{
    public string Key { get; } = key;
}
