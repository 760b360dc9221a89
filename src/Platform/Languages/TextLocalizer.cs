using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Localization;

namespace Amparo.Platform.Languages;

/// <summary>The door by which the framework's data annotations ask for our texts.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Made by the container.")]
internal sealed class TextLocalizer(Texts texts) : IStringLocalizerFactory, IStringLocalizer
{
    public LocalizedString this[string name] => new(name, texts[name]);

    public LocalizedString this[string name, params object[] arguments] => new(name, texts[name, arguments]);

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        texts.Keys.Select(key => new LocalizedString(key, texts[key]));
}
