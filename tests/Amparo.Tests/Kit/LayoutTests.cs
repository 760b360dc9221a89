using AngleSharp.Dom;

namespace Amparo.Tests.Kit;

public sealed class LayoutTests : IAsyncLifetime
{
    private KitHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_public_page_offers_the_way_out_first_and_keeps_its_title_neutral()
    {
        var page = await _host.PageAsync("/nothing");
        page.QuerySelector("a, button")!.HasAttribute("data-exit").ShouldBeTrue();
        page.Title.ShouldBe("Información y ayuda");
        page.QuerySelector(".brand")!.TextContent.Trim().ShouldBe("Línea 1818");
        page.QuerySelector("a.skip")!.GetAttribute("href").ShouldBe("#" + page.QuerySelector("main")!.Id);
    }

    [Fact]
    public async Task Staff_see_their_name_and_the_menu_of_what_they_may()
    {
        var page = await _host.PageAsync("/nothing", signedIn: true);
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
            var page = await _host.PageAsync("/nothing", signedIn: signedIn);
            page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
            page.QuerySelectorAll("*").SelectMany(element => element.Attributes)
                .ShouldNotContain(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_safe_headers()
    {
        using var response = await _host.Http.GetAsync("/boom");
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
        foreach (var url in new[] { "/nothing", "/amparo.css", "/leave.js" })
        {
            using var response = await _host.Http.GetAsync(url);
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

}
