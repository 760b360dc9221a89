using Amparo.Platform.Languages;
namespace Amparo.Platform.Kit;

/// <summary>One thing that may be chosen. The label is text already, since many come from data.</summary>
/// <param name="Group">Choices of one group that follow each other stand under its name in a select.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null)
{
    /// <summary>Every value of an enum, labelled by the texts <c>prefix.Value</c>.</summary>
    public static IReadOnlyList<Choice> Of<T>(Texts texts, string prefix)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return [.. Enum.GetNames<T>().Select(name => new Choice(name, texts[$"{prefix}.{name}"]))];
    }
}
