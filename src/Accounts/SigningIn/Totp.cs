using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Amparo.Accounts.SigningIn;

/// <summary>The six digits of an authenticator app (RFC 6238: SHA-1, 30 seconds).</summary>
/// <remarks>Not Identity's own provider: that one reads the machine's clock, takes codes up to 90 seconds off, and takes one twice.</remarks>
internal static class Totp
{
    private const int Period = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Code(string key, DateTimeOffset now) => Code(Decode(key), StepOf(now));

    /// <summary>The step whose code was given: this one, the one before (a slow hand) or the next (a fast clock), but none up to <paramref name="last"/>.</summary>
    public static long? Match(string key, string given, DateTimeOffset now, long last)
    {
        var (secret, digits) = (Decode(key), Encoding.ASCII.GetBytes(string.Concat(given.Where(char.IsAsciiDigit))));
        long? match = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), digits) && step > last)
                match = step;
        }
        return match;
    }

    /// <summary>What the QR code says.</summary>
    public static string Address(string login, string key) =>
        $"otpauth://totp/Amparo:{Uri.EscapeDataString(login)}?secret={key}&issuer=Amparo&algorithm=SHA1&digits=6&period={Period}";

    /// <summary>A key that is the same at every start: for demo accounts alone.</summary>
    public static string DemoKey(string login) =>
        string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes($"amparo demo {login}")).Select(b => Alphabet[b & 31]));

    private static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Period;

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default, and the only one every authenticator app knows; HMAC does not rest on SHA-1's collisions.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        List<byte> bytes = new(key.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var c in key)
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
