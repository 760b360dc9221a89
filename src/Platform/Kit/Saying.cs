using Amparo.Platform.Languages;
namespace Amparo.Platform.Kit;

/// <summary>Attributes come in pairs: <c>label</c> is a key, <c>label-text</c> is text from data.</summary>
internal static class Saying
{
    public static string? Say(this Texts texts, string? key, string? text) => text ?? (key is null ? null : texts[key]);
}
