using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Amparo.Accounts.ApiKeys;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Providers;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Referrals.Api;

/// <summary>An agency's own program: it sends its key and JSON, and knows no cookies.</summary>
internal sealed class Partner(HttpClient http) : IDisposable
{
    public const string Root = "/api/v1";
    public static readonly string[] AllScopes = ["referrals:read", "referrals:answer", "referrals:report"];

    public Task<Reply> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>A body that is a text is sent as it is; anything else as JSON.</summary>
    public Task<Reply> PostAsync(string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var text = body as string ?? (body is null ? null : JsonSerializer.Serialize(body, JsonSerializerOptions.Web));
        return SendAsync(HttpMethod.Post, path, text is null ? null : new StringContent(text, Encoding.UTF8, "application/json"), headers);
    }

    public async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Root + path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType, answer.Headers.ETag?.ToString(), answer.Headers.RetryAfter?.ToString());
    }

    public void Dispose() => http.Dispose();
}

internal sealed record Reply(HttpStatusCode Status, string Text, string? Type, string? Tag, string? RetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string? this[string member] => Json.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;

    /// <summary>The stable code of a problem.</summary>
    public string? Code => this["code"] ?? throw new InvalidOperationException($"{Status} without a code: {Text}");

    public string[] Pointers => [.. Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!)];
}

internal static class Partners
{
    extension(TestApp app)
    {
        /// <summary>The program of an office, or of all offices of its agency.</summary>
        public async Task<Partner> PartnerAsync(string office = "pnp-trata-piura", string[]? scopes = null, bool allOffices = false) =>
            app.PartnerWith((await app.KeyAsync(office, scopes, allOffices)).Text);

        public Partner PartnerWith(string? key, HttpMessageHandler? handler = null)
        {
            var http = new HttpClient(handler ?? new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
            http.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
            return new Partner(http);
        }

        public async Task<(ApiKeyId Id, string Text)> KeyAsync(string office = "pnp-trata-piura", string[]? scopes = null, bool allOffices = false)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var at = await db.Offices.AsNoTracking().SingleAsync(o => o.Code == new Code(office));
            var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == at.Agency);
            var now = app.Clock.GetUtcNow();
            var (key, text, made) = ApiKey.Make("Sistema de prueba", agency, allOffices ? null : at, scopes ?? Partner.AllScopes, now.AddDays(30), now);
            db.AddRange(key, new ApiKeyUse { Key = key.Id });
            await db.RecordAsync(made, default);
            return (key.Id, text);
        }
    }
}
