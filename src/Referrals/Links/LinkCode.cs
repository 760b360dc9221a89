using System.Security.Cryptography;
using Amparo.Platform;

namespace Amparo.Referrals.Links;

/// <summary>What the line reads out by telephone: eight signs that cannot be misheard. Only the salted hash is stored.</summary>
/// <remarks>It holds some 35 random bits, which a stolen database would give away if they were hashed plainly: PBKDF2. Five tries make a
/// guess one in seven thousand million.</remarks>
internal static class LinkCode
{
    private const int Length = 8;
    private const int Salt = 16;
    private const int Iterations = 100_000;

    // Compared where there is no code, so that it takes as long.
    private static readonly byte[] Nobodys = Hash(New());

    public static string New() => RandomNumberGenerator.GetString(SpokenReference.Letters, Length);

    /// <summary>In groups, as it is read out.</summary>
    public static string Grouped(string code) => $"{code[..(Length / 2)]} {code[(Length / 2)..]}";

    /// <summary>What somebody typed, without gaps; null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var kept = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return kept.Length == Length && kept.All(c => SpokenReference.Letters.Contains(c, StringComparison.Ordinal)) ? kept : null;
    }

    public static byte[] Hash(string code) => Hash(code, RandomNumberGenerator.GetBytes(Salt));

    /// <summary>Whether it is the code. Without one the answer is no, after the same work.</summary>
    public static bool Matches(string code, byte[]? stored)
    {
        var known = stored ?? Nobodys;
        return CryptographicOperations.FixedTimeEquals(Hash(code, known[..Salt]), known) && stored is not null;
    }

    private static byte[] Hash(string code, byte[] salt) => [.. salt, .. Rfc2898DeriveBytes.Pbkdf2(code, salt, Iterations, HashAlgorithmName.SHA512, 32)];
}
