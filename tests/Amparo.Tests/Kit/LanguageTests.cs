using System.Net;
using AngleSharp.Dom;

namespace Amparo.Tests.Kit;

public sealed class LanguageTests : IAsyncLifetime
{
    private KitHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("es", "es-PE", "No encontramos esta página")]
    [InlineData("en", "en-GB", "We cannot find this page")]
    [InlineData("qu", "es-PE", "No encontramos esta página")]
    public async Task The_page_says_its_language(string chosen, string lang, string heading)
    {
        var page = await _host.PageAsync("/nothing", chosen);
        page.DocumentElement.GetAttribute("lang").ShouldBe(lang);
        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.QuerySelector(".langs [aria-current]")!.GetAttribute("value").ShouldBe(chosen);
        (page.QuerySelector(".notice")?.TextContent.Contains("quechua", StringComparison.Ordinal) == true).ShouldBe(chosen == "qu");
    }

    [Theory]
    [InlineData("/nothing?a=1", "/nothing?a=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData(null, "/")]
    public async Task A_language_is_chosen_by_a_plain_form(string? back, string location)
    {
        using var form = new FormUrlEncodedContent([new("language", "en"), new("back", back)]);
        using var response = await _host.Http.PostAsync("/language", form);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.OriginalString.ShouldBe(location);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("language=en");
        cookie.ShouldNotContain("expires");
    }

    [Fact]
    public async Task A_language_nobody_offers_is_not_kept()
    {
        using var form = new FormUrlEncodedContent([new("language", "xx")]);
        using var response = await _host.Http.PostAsync("/language", form);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_choice_the_browser_is_asked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.Add("Accept-Language", "fr, en-US;q=0.8, es;q=0.5");
        _host.Http.DefaultRequestHeaders.Remove("Accept-Language");
        using var response = await _host.Http.SendAsync(request);
        KitHost.Parse(await response.Content.ReadAsStringAsync()).DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
    }
}
