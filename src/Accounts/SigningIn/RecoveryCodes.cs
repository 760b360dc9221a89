using System.Security.Cryptography;
using System.Text;

namespace Amparo.Accounts.SigningIn;

/// <summary>Ten codes for the day the telephone is lost, each good once; only their salted hashes are stored.</summary>
/// <remarks>A code holds some 47 random bits, fewer than the 112 that could be hashed plainly (ASVS 5.0, 6.5.2): PBKDF2. All codes of one
/// set share the salt, so that a try costs one derivation and not ten; within a set every code differs anyway.</remarks>
internal static class RecoveryCodes
{
    public const int Count = 10;
    private const int Iterations = 100_000;

    public static (byte[] Salt, string[] Hashes) Hash(IEnumerable<string> codes)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return (salt, [.. codes.Select(code => Hash(code, salt))]);
    }

    /// <summary>The codes that are left when this one is used; null when it is none of them.</summary>
    public static string[]? Without(string code, byte[] salt, string[] hashes)
    {
        if (hashes.Length == 0)
            return null;
        var tried = Encoding.ASCII.GetBytes(Hash(code, salt));
        string[] left = [.. hashes.Where(hash => !CryptographicOperations.FixedTimeEquals(tried, Encoding.ASCII.GetBytes(hash)))];
        return left.Length < hashes.Length ? left : null;
    }

    private static string Hash(string code, byte[] salt)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(plain, salt, Iterations, HashAlgorithmName.SHA512, 32));
    }
}
