using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Amparo.Tests.Accounts;

/// <summary>A passkey in software, as a browser speaks for it (WebAuthn level 3, ES256, no attestation).</summary>
internal sealed class SoftKey
{
    private const byte Present = 1;
    private const byte Verified = 4;
    private const byte WithKey = 64;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _site;
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);

    /// <param name="site">The address it is made for and used at.</param>
    public SoftKey(string site) => (_site, Origin) = (site, site);

    public string Owner { get; set; } = "";

    public uint Count { get; set; }

    /// <summary>Keys that are kept in a cloud do not count.</summary>
    public bool Counts { get; set; } = true;

    public bool MakesSure { get; set; } = true;

    public string Origin { get; set; }

    /// <summary>Answers options for a new key.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        Owner = asked["user"]!["id"]!.GetValue<string>();
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(3);
        writer.WriteTextString("fmt");
        writer.WriteTextString("none");
        writer.WriteTextString("attStmt");
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteTextString("authData");
        writer.WriteByteString([.. Data(WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. PublicKey()]);
        writer.WriteEndMap();
        return Say(new JsonObject
        {
            ["clientDataJSON"] = Text(ClientData("webauthn.create", asked)),
            ["attestationObject"] = Text(writer.Encode()),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Answers options for a sign-in.</summary>
    public string Sign(string options)
    {
        Count += Counts ? 1u : 0u;
        var (client, data) = (ClientData("webauthn.get", JsonNode.Parse(options)!), Data(0));
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Say(new JsonObject
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(signature),
            ["userHandle"] = Owner,
        });
    }

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private byte[] ClientData(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = asked["challenge"]!.GetValue<string>(), origin = Origin.TrimEnd('/'), crossOrigin = false });

    private byte[] Data(byte flags)
    {
        var count = BitConverter.GetBytes(Count);
        Array.Reverse(count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(new Uri(_site).Host)), (byte)(flags | Present | (MakesSure ? Verified : 0)), .. count];
    }

    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var writer = new CborWriter(CborConformanceMode.Ctap2Canonical);
        writer.WriteStartMap(5);
        foreach (var (label, value) in ((int, int)[])[(1, 2), (3, -7), (-1, 1)])
        {
            writer.WriteInt32(label);
            writer.WriteInt32(value);
        }
        writer.WriteInt32(-2);
        writer.WriteByteString(point.X!);
        writer.WriteInt32(-3);
        writer.WriteByteString(point.Y!);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private string Say(JsonObject response) => new JsonObject
    {
        ["id"] = Text(_id),
        ["rawId"] = Text(_id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();
}
