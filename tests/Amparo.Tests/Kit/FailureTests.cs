using System.Net;
using System.Text.Json;

namespace Amparo.Tests.Kit;

public sealed class FailureTests : IAsyncLifetime
{
    private KitHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(400, "Falta algo en el envío")]
    [InlineData(403, "Esta página no es para tu cuenta")]
    [InlineData(404, "No encontramos esta página")]
    [InlineData(409, "Otra persona guardó antes que tú")]
    [InlineData(413, "El envío es demasiado grande")]
    [InlineData(429, "Espera un momento")]
    public async Task A_failure_is_a_page_in_plain_words(int code, string title)
    {
        using var response = await _host.Http.GetAsync($"/status/{code}");
        ((int)response.StatusCode).ShouldBe(code);
        KitHost.Parse(await response.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent.ShouldBe(title);
    }

    [Fact]
    public async Task An_unexpected_failure_shows_a_reference_and_nothing_else()
    {
        using var response = await _host.Http.GetAsync("/boom");
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var html = await response.Content.ReadAsStringAsync();
        html.ShouldNotContain("Rosa Quispe");
        KitHost.Parse(html).QuerySelector("main .ref")!.TextContent.Length.ShouldBe(8);
    }

    [Theory]
    [InlineData("/boom", 500)]
    [InlineData("/status/409", 409)]
    [InlineData("/nothing", 404)]
    public async Task Programs_get_problem_details_without_internals(string url, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept", "application/json");
        using var response = await _host.Http.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var text = await response.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(text);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(status);
        problem.RootElement.GetProperty("reference").GetString()!.Length.ShouldBe(8);
        text.ShouldNotContain("Rosa Quispe");
        text.ShouldNotContain("Exception");
    }
}
