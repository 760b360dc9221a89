using System.Security.Cryptography;
using System.Text;

namespace Amparo.Referrals.Links;

/// <summary>What stands in a link's address or in its cookie. Only the hash is stored; of 128 random bits a plain one suffices.</summary>
/// <remarks>Hexadecimal, since mail programs cut addresses off at other signs and somebody may have to copy it by hand.</remarks>
internal static class LinkToken
{
    private const int Bytes = 16;

    public static (string Token, byte[] Hash) New()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        return (token, HashOf(token));
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
