using System.Collections.Frozen;
using Amparo.Platform.Kit;

namespace Amparo.Platform.Packs;

/// <summary>An entry of a code list: a code and what people read for it.</summary>
public interface ICoded
{
    string Code { get; }

    Label Label { get; }
}

/// <summary>A code list of the pack in its own order.</summary>
public sealed class CodeList<T>(IReadOnlyList<T> entries) where T : class, ICoded
{
    private readonly FrozenDictionary<string, T> _byCode = entries.ToFrozenDictionary(e => e.Code);

    public IReadOnlyList<T> All => entries;

    public T? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    public bool Knows(string? code) => Find(code) is not null;

    /// <summary>What people read for a code; the code itself when a newer pack has dropped it; empty for none.</summary>
    public string Name(Code? code) => code is null ? "" : Find(code.Value.Value)?.Label.ToString() ?? code.Value.Value;

    public IReadOnlyList<Choice> Choices(Func<T, bool>? which = null) =>
        [.. entries.Where(e => which is null || which(e)).Select(e => new Choice(e.Code, e.Label.ToString()))];
}
