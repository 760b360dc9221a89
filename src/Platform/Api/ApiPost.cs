using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amparo.Platform.Acts;
using Amparo.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Amparo.Platform.Api;

/// <summary>The JSON posted to an endpoint: read once and bounded, known again by its <c>Idempotency-Key</c>, and held to its <c>If-Match</c>.</summary>
public sealed class ApiPost
{
    public const int MostBytes = 16 * 1024;
    public const int MostKey = 200;
    public const string KeyHeader = "Idempotency-Key";

    private readonly Db _db;
    private readonly Repeats _repeats;
    private readonly HttpRequest _request;
    private readonly JsonSerializerOptions _json;

    internal ApiPost(Db db, Repeats repeats, IHttpContextAccessor http, IOptions<JsonOptions> json) =>
        (_db, _repeats, _request, _json) = (db, repeats, http.HttpContext!.Request, json.Value.SerializerOptions);

    /// <summary>The body; an empty one stands for an empty object.</summary>
    /// <exception cref="BadBody">It is too big, no JSON, or its members are not what they should be.</exception>
    public async Task<T> ReadAsync<T>(CancellationToken cancel) where T : class, new()
    {
        var bytes = await BytesAsync(cancel);
        var body = bytes.Length == 0 ? new T() : Parse<T>(bytes);
        List<ValidationResult> wrong = [];
        if (!Validator.TryValidateObject(body, new ValidationContext(body), wrong, validateAllProperties: true))
            throw Bad([.. wrong.Select(w => new BadField($"/{JsonNamingPolicy.CamelCase.ConvertName(w.MemberNames.FirstOrDefault() ?? "")}", w.ErrorMessage!))]);
        _db.Posting = Repeatable(bytes);
        return body;
    }

    /// <summary>Whether the very same request was carried out before: then it is answered again and nothing is done.</summary>
    public async Task<bool> IsRepeatAsync(CancellationToken cancel) => await _repeats.FirstResultAsync(cancel) is not null;

    /// <exception cref="Stale">The record has another version than the sender saw.</exception>
    public void RefuseOther(int version)
    {
        if (_request.Headers.IfMatch.Count == 0)
            return;
        var seen = _request.GetTypedHeaders().IfMatch;
        if (!seen.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(TagOf(version), useStrongComparison: true)))
            throw new Stale();
    }

    public static EntityTagHeaderValue TagOf(int version) => new($"\"{version}\"");

    /// <summary>A member that holds no value it may hold.</summary>
    public static BadBody Bad(params IReadOnlyList<BadField> fields) => new(StatusCodes.Status400BadRequest, "api.body", fields);

    private async Task<byte[]> BytesAsync(CancellationToken cancel)
    {
        var bytes = new byte[MostBytes + 1];
        var read = await _request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (read > MostBytes)
            throw new BadBody(StatusCodes.Status413PayloadTooLarge, "api.too-big", []);
        // A form has been read before it comes here: by its length alone it would pass for nothing said.
        if ((read > 0 || _request.ContentType is not null) && !_request.HasJsonContentType())
            throw new BadBody(StatusCodes.Status415UnsupportedMediaType, "api.media-type", []);
        return bytes[..read];
    }

    // Which member it was that could not be read is the sender's own business; what it held is not repeated.
    private T Parse<T>(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, _json) ?? throw Bad(new BadField("", "api.no-object"));
        }
        catch (JsonException unreadable)
        {
            var member = unreadable.Path is ['$', '.', .. var path] && typeof(T).GetProperties().Any(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == path) ? $"/{path}" : "";
            throw Bad(new BadField(member, member == "" ? "api.no-object" : "field.form"));
        }
    }

    // Of the key, the address and the body: the same key on another request is another request, and is never taken for done.
    private Guid? Repeatable(byte[] body)
    {
        var key = _request.Headers[KeyHeader].ToString();
        if (key.Length == 0)
            return null;
        if (key.Length > MostKey || key.Any(c => c is < '!' or > '~'))
            throw new BadBody(StatusCodes.Status400BadRequest, "api.key-form", []);
        byte[] all = [.. Encoding.UTF8.GetBytes($"{_request.Path}\n{key}\n"), .. body];
        return new Guid(SHA256.HashData(all).AsSpan(0, 16));
    }
}
