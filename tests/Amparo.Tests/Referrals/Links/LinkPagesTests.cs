using System.IO.Compression;
using Amparo.Referrals.Links;
using Amparo.Tests.Support;

namespace Amparo.Tests.Referrals.Links;

/// <summary>What a borrowed phone gets of a link's pages: a cookie for them alone, and few bytes.</summary>
public class LinkPagesTests
{
    [Fact]
    public async Task The_cookie_goes_to_the_links_own_pages_alone_and_only_over_TLS_where_there_is_any()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Code", await julia.ReadCodeAsync(referral))]);
        using var answer = await http.PostAsync(app.Links()[0], form);
        answer.Headers.Location!.ToString().ShouldBe("/r" + referral, "the token stands in no redirect");
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().Split("; ");
        cookie[1..].ShouldBe(["path=/r", "secure", "samesite=strict", "httponly"], ignoreOrder: true);
        cookie[0].ShouldNotContain(app.Links()[0][3..]);
        var stored = (await app.LinksOfAsync(referral))[0];
        stored.Session.ShouldBe(LinkToken.HashOf(cookie[0].Split('=')[1]));
        stored.Token.ShouldBe(LinkToken.HashOf(app.Links()[0][3..]));
    }

    [Fact]
    public async Task The_first_view_fits_in_14_KB()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        var partner = await app.InsideAsync(julia, referral);
        await partner.SendFormAsync("/see");
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        http.DefaultRequestHeaders.Add("Cookie", partner.CookieHeader);
        foreach (var page in (string[])["/r/again", "/r/0123456789abcdef0123456789abcdef", "/r" + referral])
        {
            var total = (await http.GetByteArrayAsync(page)).Length;
            foreach (var file in partner.Page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
                total += await PackedAsync(http, file);
            total.ShouldBeLessThan(14 * 1024, page);
        }
        partner.Page.QuerySelector("a[data-exit]").ShouldNotBeNull();
        partner.Page.Title.ShouldBe(app.Text("layout.public-title"));
    }

    // A published program sends its own files packed.
    private static async Task<int> PackedAsync(HttpClient http, string file)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            await gzip.WriteAsync(await http.GetByteArrayAsync(file));
        return (int)packed.Length;
    }
}
