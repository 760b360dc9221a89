using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Amparo.Tests.Accounts;

/// <summary>Tokens (JWS, compact) as a provider signs them, and as others would.</summary>
internal static class MadeToken
{
    private static readonly string Signed = Part(new { alg = "RS256", typ = "JWT", kid = "1" });

    public static string By(RSA key, string payload) => Join(Signed, payload, said => key.SignData(said, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string ByAnotherKey(string payload)
    {
        using var other = RSA.Create(2048);
        return By(other, payload);
    }

    /// <summary>A token whose signature is made by who knows the program's secret.</summary>
    public static string ByTheSecret(string payload) =>
        Join(Part(new { alg = "HS256", typ = "JWT" }), payload, said => HMACSHA256.HashData(Encoding.UTF8.GetBytes(IdentityProvider.Secret), said));

    public static string Unsigned(string payload) => $"{Part(new { alg = "none", typ = "JWT" })}.{payload}.";

    public static string WithoutSignature(string payload) => $"{Signed}.{payload}.";

    public static string Part(object said) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(said));

    private static string Join(string header, string payload, Func<byte[], byte[]> sign) =>
        $"{header}.{payload}.{WebEncoders.Base64UrlEncode(sign(Encoding.ASCII.GetBytes($"{header}.{payload}")))}";
}
