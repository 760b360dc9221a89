using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Amparo.Platform.Languages;

/// <summary>Every text people read, by key, in the language of the request: <c>T["layout.nav"]</c>.</summary>
[SuppressMessage("Design", "MA0049:Type name should not match containing namespace", Justification = "The folder is named for it; modules write T.")]
public sealed class Texts
{
    private readonly FrozenDictionary<string, string> _spanish;
    private readonly FrozenDictionary<string, string> _english;
    private readonly bool _strict;
    private readonly ILogger<Texts> _log;

    public Texts(IEnumerable<TextSource> sources, IHostEnvironment host, ILogger<Texts> log)
    {
        var list = sources.DistinctBy(source => source.Resources.BaseName).ToList();
        _spanish = Merge(list, CultureInfo.InvariantCulture);
        _english = Merge(list, CultureInfo.GetCultureInfo("en"));
        _strict = host.IsDevelopment() || host.IsEnvironment("Testing");
        _log = log;
    }

    public string this[string key] => Find(key);

    public string this[string key, params object?[] args] => string.Format(CultureInfo.CurrentCulture, Find(key), args);

    public IEnumerable<string> Keys => _spanish.Keys;

    public bool Has(string key) => _spanish.ContainsKey(key);

    private static bool InEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private string Find(string key)
    {
        if ((InEnglish ? _english : _spanish).TryGetValue(key, out var text))
            return text;
        if (_strict)
            throw new MissingTextException(key, InEnglish ? "en" : "es");
        _log.LogError("No text {Key} in {Language}", key, InEnglish ? "en" : "es");
        return _spanish.GetValueOrDefault(key, key);
    }

    private static FrozenDictionary<string, string> Merge(List<TextSource> sources, CultureInfo language)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (module, resources) in sources)
        {
            var set = resources.GetResourceSet(language, createIfNotExists: true, tryParents: false)
                ?? throw new InvalidOperationException($"{module} has no texts in \"{language.Name}\".");
            foreach (DictionaryEntry entry in set)
            {
                var key = (string)entry.Key;
                if (!owners.TryAdd(key, module))
                    throw new InvalidOperationException($"The text \"{key}\" stands in {owners[key]} and in {module}: keep one.");
                texts[key] = (string?)entry.Value ?? "";
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
