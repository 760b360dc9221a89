using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;

namespace Amparo.Tests.Durability;

/// <summary>An operator's connections that post contacts as fast as they can, and what they were answered.</summary>
internal sealed partial class Posting(Uri url, string cookies)
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = url };

    /// <summary>Forms whose answer never came: they may or may not have been carried out.</summary>
    public ConcurrentDictionary<string, Form> Unanswered { get; } = new();

    /// <summary>Where each answered form led to.</summary>
    public ConcurrentDictionary<string, (Form Form, string Contact)> Answered { get; } = new();

    /// <summary>What was typed at each contact and confirmed as kept.</summary>
    public ConcurrentDictionary<string, string> Drafts { get; } = new();

    /// <summary>Posts on a number of connections until the other side is gone.</summary>
    public Task UntilGoneAsync(int connections) => Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
    {
        try
        {
            while (true)
                await KeepDraftAsync(await PostAsync(await FormAsync()));
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // It was killed.
        }
    })));

    /// <summary>The form as the page gives it, with its key.</summary>
    public async Task<Form> FormAsync()
    {
        using var response = await SendAsync(HttpMethod.Get, "/contacts/open", null);
        response.EnsureSuccessStatusCode();
        var hidden = Hidden().Matches(await response.Content.ReadAsStringAsync()).Select(m => m.Value).ToArray();
        return new Form(Field(hidden, "_once"), Field(hidden, "__RequestVerificationToken"));
    }

    /// <summary>Sends a form, for the first time or again; returns the contact's address.</summary>
    public async Task<string> PostAsync(Form form)
    {
        if (!Answered.ContainsKey(form.Key))
            Unanswered[form.Key] = form;
        using var response = await SendAsync(HttpMethod.Post, "/contacts/open", [("Channel", "call"), ("_once", form.Key), ("__RequestVerificationToken", form.Token)]);
        if (response.StatusCode != HttpStatusCode.Redirect)
            throw new HttpRequestException($"Answered {(int)response.StatusCode}.");
        var contact = response.Headers.Location!.ToString();
        contact.ShouldStartWith("/contacts/");
        // A repeat leads where the first one led.
        Answered.GetOrAdd(form.Key, (form, contact)).Contact.ShouldBe(contact);
        Unanswered.TryRemove(form.Key, out _);
        return contact;
    }

    /// <summary>The page of a contact.</summary>
    public async Task<string> ReadAsync(string contact)
    {
        using var response = await SendAsync(HttpMethod.Get, contact, null);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, contact);
        return await response.Content.ReadAsStringAsync();
    }

    private async Task KeepDraftAsync(string contact)
    {
        var form = await FormAsync();
        var words = $"words {form.Key}";
        using var response = await SendAsync(HttpMethod.Post, $"{contact}/account?handler=Draft", [("Input.Account", words), ("__RequestVerificationToken", form.Token)]);
        if (response.IsSuccessStatusCode)
            Drafts[contact] = words;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, (string Name, string Value)[]? fields)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Cookie", cookies);
        if (fields is not null)
            request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await _http.SendAsync(request);
    }

    private static string Field(string[] hidden, string name) =>
        Value().Match(hidden.Last(input => input.Contains($"name=\"{name}\"", StringComparison.Ordinal))).Groups["value"].Value;

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}

/// <summary>A form to fill in once: its key and its forgery token.</summary>
internal sealed record Form(string Key, string Token);
