using System.Collections.Frozen;
using System.Text.Json;

namespace Amparo.Cases.Exchange;

/// <summary>The Human Trafficking Case Data Standard 2.0 of the International Organization for Migration: its fields and codes, spelling as published.</summary>
internal sealed class Htcds
{
    /// <summary>What begins a field that the standard lacks.</summary>
    public const string Extension = "x_";

    public const string MethodsOfControl = "vic_MethodsOfControl";

    /// <summary>Two methods that the standard's definitions name and its code list leaves out.</summary>
    private static readonly string[] Defined = ["RestrictsMovement", "UsesChildren"];

    private readonly FrozenDictionary<string, string?> _fields;
    private readonly FrozenDictionary<string, string[]> _codes;

    private Htcds(Published published)
    {
        Standard = new(published.Standard, published.Version, published.Publisher, published.Licence);
        _fields = published.Fields.ToFrozenDictionary(StringComparer.Ordinal);
        _codes = published.CodeLists.ToFrozenDictionary(
            list => list.Key, list => list.Key == MethodsOfControl ? [.. list.Value, .. Defined] : list.Value, StringComparer.Ordinal);
    }

    public static Htcds Version2 { get; } = Load();

    public HtcdsName Standard { get; }

    /// <summary>Whether a field is the standard's, or says of itself that it is not.</summary>
    public bool Knows(string field) => field.StartsWith(Extension, StringComparison.Ordinal) || _fields.ContainsKey(field);

    /// <summary>The codes a field may hold; null where it holds words, dates or numbers.</summary>
    public IReadOnlyList<string>? CodesOf(string field) => _fields.GetValueOrDefault(field) is { } list ? _codes[list] : null;

    private static Htcds Load()
    {
        using var file = typeof(Htcds).Assembly.GetManifestResourceStream("htcds-2.0.json")!;
        return new(JsonSerializer.Deserialize<Published>(file, JsonSerializerOptions.Web)!);
    }

    private sealed record Published(
        string Standard, string Version, string Publisher, string Licence,
        IReadOnlyDictionary<string, string?> Fields, IReadOnlyDictionary<string, string[]> CodeLists);
}

/// <summary>Which standard a file follows, and whose it is.</summary>
internal sealed record HtcdsName(string Name, string Version, string Publisher, string Licence);
