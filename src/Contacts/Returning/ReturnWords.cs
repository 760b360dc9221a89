using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amparo.Platform.Packs;

namespace Amparo.Contacts.Returning;

/// <summary>Makes the words by which a caller comes back, and reads them as somebody types what they hear.</summary>
/// <remarks>Words, because a person who is watched can write nothing down, and letters are misheard. As many as make 60 bits of the pack's list.</remarks>
internal sealed class ReturnWords
{
    public const int FewestBits = 60;

    private static readonly char[] Between = [' ', ',', '.', ';', '-', '\t', '\r', '\n'];

    private readonly IReadOnlyList<string> _words;
    private readonly HashSet<string> _known;

    public ReturnWords(Pack pack)
    {
        _words = pack.Read<ReturnRules>(ReturnRules.File).Words;
        _known = [.. _words];
        Length = (int)Math.Ceiling(FewestBits / Math.Log2(_words.Count));
    }

    /// <summary>How many a secret has.</summary>
    public int Length { get; }

    public IReadOnlyList<string> New() => [.. Enumerable.Range(0, Length).Select(_ => _words[RandomNumberGenerator.GetInt32(_words.Count)])];

    /// <summary>What was typed, word for word, however it was spelled, divided and accented.</summary>
    public static IReadOnlyList<string> Read(string typed) => [.. Plain(typed).Split(Between, StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Those that were never given to anybody: misheard or mistyped.</summary>
    public IReadOnlyList<string> Unknown(IEnumerable<string> words) => [.. words.Where(w => !_known.Contains(w))];

    /// <summary>What stands for the words where they are stored: they themselves never are.</summary>
    public static string Digest(IEnumerable<string> words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"amparo.return.v1\n{string.Join(' ', words)}")));

    private static string Plain(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
