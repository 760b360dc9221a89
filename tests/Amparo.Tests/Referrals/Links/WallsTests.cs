using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Tests.Host;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Referrals.Links;

/// <summary>Whoever came by a link reaches one referral and no other page of the program, whatever address they try.</summary>
public class WallsTests
{
    private static readonly int[] Answers = [200, 302, 303, 400, 404, 405, 409];

    [Theory, OnEveryDatabase]
    public async Task Every_other_route_answers_as_to_a_stranger(string database)
    {
        await using var app = await TestApp.StartAsync(database, Partner.Unhurried);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var other = await julia.TellPartnerAsync(app);
        var own = await julia.TellPartnerAsync(app);
        var partner = await app.InsideAsync(julia, own);
        await partner.SendFormAsync("/see");
        var (cookies, token) = (partner.CookieHeader, partner.Token!);
        var contact = (await app.ReferralAsync(own)).Contact.ToString();
        // Everywhere the very records that the link's referral hangs on, which somebody may have heard of.
        var doors = await Door.OfAsync(app.Services, first => first switch
        {
            "contacts" => contact,
            "referrals" => Line.Id(own).ToString("N"),
            "r" => Line.Id(other).ToString("N"),
            _ => UserId.New().ToString(),
        });
        doors.Count(d => d.IsByLink).ShouldBeGreaterThan(13);
        List<string> wrong = [];
        foreach (var door in doors.OrderBy(d => d.Address == "/r/leave"))
        {
            using var answer = await AskAsync(app.Address, cookies, token, door);
            var (status, to) = ((int)answer.StatusCode, answer.Headers.Location?.ToString() ?? "");
            var isAsItShould = door switch
            {
                { IsByLink: true, Address: "/r/leave" } => status is 200 or 302,
                // The referral of another link; a form without its fields is refused before it is looked for.
                { IsByLink: true } => status is 404 || (door.Method == "POST" && status is 400),
                { IsOpen: true } => Answers.Contains(status),
                { IsApi: true } => status is 401,
                _ => status is 302 && to.StartsWith("/sign-in", StringComparison.Ordinal),
            };
            if (!isAsItShould)
                wrong.Add($"{door.Method} {door.Address}: {status} {to}");
            if (!door.IsByLink && (await answer.Content.ReadAsStringAsync()).Contains(Line.Place, StringComparison.Ordinal))
                wrong.Add($"{door.Method} {door.Address} shows the place");
        }
        wrong.ShouldBeEmpty();
        var link = (await app.LinksOfAsync(own))[0].Id.Value;
        (await app.AuditAsync()).Where(e => e.By == link).Select(e => e.Event).Distinct().Order()
            .ShouldBe(["field.read", "link.left", "link.opened", "referral.seen"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_the_offices_own_acts_are_for_a_link(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var doors = await Door.OfAsync(app.Services, _ => UserId.New().ToString());
        doors.Where(d => d.IsByLink).Select(d => d.Address.StartsWith("/r/referrals/", StringComparison.Ordinal) ? d.Address[45..] : d.Address).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["", "/accept", "/act", "/arrive", "/decline", "/outcome", "/r/leave", "/see"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_staff_session_opens_no_page_of_a_link(string database)
    {
        await using var app = await TestApp.StartAsync(database, Partner.Unhurried);
        var julia = await app.SignedInAsync(TestApp.Operator);
        var referral = await julia.TellPartnerAsync(app);
        foreach (var role in (string[])[Role.Liaison, Role.Operator, Role.Supervisor])
        {
            var staff = await app.SignedInAsAsync(role, Partner.Office);
            await staff.GoAsync("/r" + referral);
            (staff.Status, staff.Path).ShouldBe((HttpStatusCode.OK, "/r/again"), role);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri host, string cookies, string token, Door door)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = host, Timeout = TimeSpan.FromSeconds(20) };
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address);
        request.Headers.Add("Cookie", cookies);
        if (door.Method == "POST")
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await http.SendAsync(request);
    }
}
