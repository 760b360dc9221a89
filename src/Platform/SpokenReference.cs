using System.Security.Cryptography;

namespace Amparo.Platform;

/// <summary>A short random name for talking about a record (<c>KX7-4QP</c>). It opens nothing and may, rarely, repeat.</summary>
public static class SpokenReference
{
    /// <summary>No vowels, so no words; and of letters that sound or look alike on a bad line only one is kept.</summary>
    public const string Letters = "CDFHJKLMPQRTXY2346789";

    public const int Length = 7;

    public static string New() => $"{RandomNumberGenerator.GetString(Letters, 3)}-{RandomNumberGenerator.GetString(Letters, 3)}";

    /// <summary>What somebody typed or heard as a reference, in its written form; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var kept = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return kept.Length == 6 && kept.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? $"{kept[..3]}-{kept[3..]}" : null;
    }
}
