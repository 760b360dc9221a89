using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Amparo.Tests.Kit;

public sealed class LayoutTests : IAsyncLifetime
{
    private KitHost host = null!;

    public async ValueTask InitializeAsync() => host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Theory]
    [InlineData(400, "Falta algo en el envío")]
    [InlineData(403, "Esta página no es para tu cuenta")]
    [InlineData(404, "No encontramos esta página")]
    [InlineData(409, "Otra persona guardó antes que tú")]
    [InlineData(413, "El envío es demasiado grande")]
    [InlineData(429, "Espera un momento")]
    public async Task A_failure_is_a_page_in_plain_words(int code, string title)
    {
        using var response = await host.Http.GetAsync($"/status/{code}");
        ((int)response.StatusCode).ShouldBe(code);
        KitHost.Parse(await response.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent.ShouldBe(title);
    }

    [Fact]
    public async Task An_unexpected_failure_shows_a_reference_and_nothing_else()
    {
        using var response = await host.Http.GetAsync("/boom");
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
        using var response = await host.Http.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var text = await response.Content.ReadAsStringAsync();
        using var problem = JsonDocument.Parse(text);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(status);
        problem.RootElement.GetProperty("reference").GetString()!.Length.ShouldBe(8);
        text.ShouldNotContain("Rosa Quispe");
        text.ShouldNotContain("Exception");
    }

    [Theory]
    [InlineData("es", "es-PE", "No encontramos esta página")]
    [InlineData("en", "en-GB", "We cannot find this page")]
    [InlineData("qu", "es-PE", "No encontramos esta página")]
    public async Task The_page_says_its_language(string chosen, string lang, string heading)
    {
        var page = await host.PageAsync("/nothing", chosen);
        page.DocumentElement.GetAttribute("lang").ShouldBe(lang);
        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.QuerySelector(".langs [aria-current]")!.GetAttribute("value").ShouldBe(chosen);
        (page.QuerySelector(".notice")?.TextContent.Contains("quechua", StringComparison.Ordinal) == true).ShouldBe(chosen == "qu");
    }

    [Fact]
    public async Task A_public_page_offers_the_way_out_first_and_keeps_its_title_neutral()
    {
        var page = await host.PageAsync("/nothing");
        page.QuerySelector("a, button")!.HasAttribute("data-exit").ShouldBeTrue();
        page.Title.ShouldBe("Información y ayuda");
        page.QuerySelector(".brand")!.TextContent.Trim().ShouldBe("Línea 1818");
        page.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#" + page.QuerySelector("main")!.Id);
    }

    [Fact]
    public async Task Staff_see_their_name_and_the_menu_of_what_they_may()
    {
        var page = await host.PageAsync("/nothing", signedIn: true);
        page.QuerySelectorAll(".top nav a").Select(link => link.GetAttribute("href")).ShouldBe(["/first", "/allowed"]);
        page.QuerySelector(".me summary")!.TextContent.ShouldContain("Julia Paredes");
        page.QuerySelector(".me form[action='/sign-out'] [name=__RequestVerificationToken]").ShouldNotBeNull();
        page.Title.ShouldBe("No encontramos esta página · Amparo");
    }

    [Fact]
    public async Task Nothing_is_inline()
    {
        foreach (var signedIn in new[] { false, true })
        {
            var page = await host.PageAsync("/nothing", signedIn: signedIn);
            page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
            page.QuerySelectorAll("*").SelectMany(element => element.Attributes)
                .ShouldNotContain(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_safe_headers()
    {
        using var response = await host.Http.GetAsync("/boom");
        var headers = response.Headers;
        headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("no-referrer");
        headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin");
        headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_first_view_of_a_public_page_fits_in_14_KB()
    {
        var total = 0L;
        foreach (var url in new[] { "/nothing", "/amparo.css", "/amparo.js" })
        {
            using var response = await host.Http.GetAsync(url);
            var body = await response.Content.ReadAsByteArrayAsync();
            body.ShouldNotBeEmpty(url);
            using var packed = new MemoryStream();
            await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
                await gzip.WriteAsync(body);
            total += packed.Length;
        }

        // Half of it: the page itself must have room.
        total.ShouldBeLessThan(8 * 1024);
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
        using var response = await host.Http.PostAsync("/language", form);
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
        using var response = await host.Http.PostAsync("/language", form);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_choice_the_browser_is_asked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nothing");
        request.Headers.Add("Accept-Language", "fr, en-US;q=0.8, es;q=0.5");
        host.Http.DefaultRequestHeaders.Remove("Accept-Language");
        using var response = await host.Http.SendAsync(request);
        KitHost.Parse(await response.Content.ReadAsStringAsync()).DocumentElement.GetAttribute("lang").ShouldBe("en-GB");
    }
}
