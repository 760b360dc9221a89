using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amparo.Platform.Protection;

namespace Amparo.Platform.Acts;

/// <summary>A mark of the fields that a form was filled in from. Only a change of those very fields is a conflict: danger declared in
/// another tab must not stop the account from being saved.</summary>
public static class Stamp
{
    public static string Of(params ReadOnlySpan<object?> fields)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in fields)
        {
            var bytes = Bytes(field);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    /// <param name="seen">The stamp that came back with the form; none when the form had none.</param>
    /// <exception cref="Overtaken">Somebody else saved those fields since.</exception>
    public static void RefuseOlder(string? seen, string now)
    {
        if (!string.IsNullOrEmpty(seen) && seen != now)
            throw new Overtaken();
    }

    private static byte[] Bytes(object? field) => field switch
    {
        null => [],
        Sealed words => words.Cipher ?? [],
        DateTimeOffset instant => BitConverter.GetBytes(instant.UtcTicks),
        _ => Encoding.UTF8.GetBytes(Convert.ToString(field, CultureInfo.InvariantCulture)!),
    };
}
