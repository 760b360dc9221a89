using System.Net;
using Amparo.Accounts;
using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Amparo.Tests.Referrals;
using Amparo.Tests.Referrals.Api;
using Amparo.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>Every route of the real host, tried by every role and by nobody.</summary>
public class RoutesTests
{
    private static readonly int[] Answers = [200, 302, 303, 307, 400, 404, 405, 409];

    [Theory, OnEveryDatabase]
    public async Task Every_route_opens_to_those_who_hold_its_permission_and_to_nobody_else(string database)
    {
        await using var app = await TestApp.StartAsync(database, services => services.Configure<AccountsOptions>(a => a.RequestsPerMinute = 1_000_000));
        var julia = await app.SignedInAsync(TestApp.Operator);
        var (contact, referral) = await julia.DeclareDangerAsync(app);
        var office = await app.InAsync(db => db.Offices.Select(o => o.Id).FirstAsync());
        var agency = await app.InAsync(db => db.Agencies.Select(a => a.Id).FirstAsync());
        var doors = await Door.OfAsync(app.Services, first => first switch
        {
            "contacts" => Line.Id(contact).ToString("N"),
            "referrals" or "api" => Line.Id(referral).ToString("N"),
            "providers" => office.ToString(),
            "agencies" => agency.ToString(),
            _ => UserId.New().ToString(),
        });
        doors.Count.ShouldBeGreaterThan(60);
        var roles = app.Services.GetRequiredService<Modules>().Permissions.ToDictionary(p => p.Key, p => (IReadOnlyCollection<string>)p.Value);
        List<string> wrong = [];
        foreach (var role in Role.All.Prepend(null!))
        {
            var browser = role is null ? app.Browser() : await app.SignedInAsAsync(role);
            wrong.AddRange(await TryAllAsync(app, browser, role, doors, roles));
        }
        wrong.ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task What_declares_nothing_is_denied_to_everybody(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        await using var second = AmparoHost.Build(app.Services.GetRequiredService<HostSettings>());
        second.MapGet("/undeclared", () => "secret");
        await second.StartAsync();
        foreach (var login in (string[])[TestApp.Administrator, TestApp.Supervisor])
        {
            var browser = await app.SignedInAsync(login);
            using var answer = await AskAsync(new Uri(second.Urls.First()), browser.CookieHeader, new Door("GET", "/undeclared", null, IsOpen: false), null);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, login);
        }
        using var nobody = await AskAsync(new Uri(second.Urls.First()), "", new Door("GET", "/undeclared", null, IsOpen: false), null);
        nobody.Headers.Location!.ToString().ShouldStartWith("/sign-in");
        await second.StopAsync();
    }

    [Theory, OnEveryDatabase]
    public async Task Every_endpoint_of_the_API_opens_to_keys_with_its_scope_and_no_page_to_any_key(string database)
    {
        await using var app = await TestApp.StartAsync(database, services => services.Configure<AccountsOptions>(a => (a.RequestsPerMinute, a.RequestsPerKey) = (1_000_000, 1_000_000)));
        var (_, referral) = await (await app.SignedInAsync(TestApp.Operator)).DeclareDangerAsync(app);
        var doors = await Door.OfAsync(app.Services, first => first == "api" ? Line.Id(referral).ToString("N") : UserId.New().ToString());
        var scopes = app.Services.GetRequiredService<Modules>().Scopes;
        List<string> wrong = [];
        foreach (var scope in scopes.Keys.Prepend("nobody:nothing").Prepend(null!))
        {
            var key = scope is null ? null : (await app.KeyAsync(scopes: [scope])).Text;
            foreach (var door in doors.Where(d => !d.IsOpen))
            {
                using var answer = await AskAsync(app.Address, "", door, null, key);
                var lets = scope is not null && door.IsApi && scopes.TryGetValue(scope, out var within) && within.Contains(door.Permission!);
                var isAsItShould = (int)answer.StatusCode switch
                {
                    401 => scope is null && door.IsApi,
                    403 => scope is not null && door.IsApi && !lets,
                    302 => !door.IsApi,
                    var status => lets && ((int[])[200, 400, 404, 409, 415]).Contains(status),
                };
                if (!isAsItShould)
                    wrong.Add($"{scope ?? "no key"} {door.Method} {door.Address} ({door.Permission}): {(int)answer.StatusCode}");
            }
        }
        wrong.ShouldBeEmpty();
        doors.Count(d => d.IsApi && !d.IsOpen).ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task A_page_without_a_declaration_stops_the_start()
    {
        var failure = await Should.ThrowAsync<InvalidOperationException>(() => TestApp.StartAsync(TestDatabases.Sqlite, services =>
            services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions.Insert(0, new WithoutDeclaration("/Contacts/Open")))));
        failure.ToString().ShouldContain("[Needs(…)]");
    }

    private static async Task<List<string>> TryAllAsync(
        TestApp app, Browser browser, string? role, IReadOnlyList<Door> doors, IReadOnlyDictionary<string, IReadOnlyCollection<string>> roles)
    {
        List<string> wrong = [];
        await browser.GoAsync(role is null ? "/sign-in" : "/home");
        // What ends the session comes last.
        foreach (var door in doors.OrderBy(d => d is { Method: "POST", Address: "/sign-out" or "/sessions" or "/unlock" }))
        {
            using var answer = await AskAsync(app.Address, browser.CookieHeader, door, browser.Token);
            var (status, to) = ((int)answer.StatusCode, answer.Headers.Location?.ToString() ?? "");
            var isTurnedAway = door switch
            {
                { IsApi: true } => status is 401,
                { IsByLink: true } => status is 302 && to is "/r/again",
                _ => role is null ? status is 302 && to.StartsWith("/sign-in", StringComparison.Ordinal) : status is 403,
            };
            var isAsItShould = door.Lets(role, roles) && (door.IsOpen || !door.IsApi) ? Answers.Contains(status) && (door.IsOpen || !to.StartsWith("/sign-in?", StringComparison.Ordinal)) : isTurnedAway;
            if (!isAsItShould)
                wrong.Add($"{role ?? "nobody"} {door.Method} {door.Address} ({door.Permission}): {status} {to}");
        }
        return wrong;
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri host, string cookies, Door door, string? token, string? key = null)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = host };
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), door.Address);
        if (cookies.Length > 0)
            request.Headers.Add("Cookie", cookies);
        if (key is not null)
            request.Headers.Add("Authorization", $"Bearer {key}");
        if (door.Method == "POST")
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token ?? "")]);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Takes the declaration off a page, as if its author had forgotten it.</summary>
    private sealed class WithoutDeclaration(string page) : IPageApplicationModelConvention
    {
        public void Apply(PageApplicationModel model)
        {
            if (model.ViewEnginePath == page)
                Attributes.SetValue(model, Array.Empty<object>());
        }

        private static readonly System.Reflection.FieldInfo Attributes = typeof(PageApplicationModel)
            .GetField($"<{nameof(PageApplicationModel.HandlerTypeAttributes)}>k__BackingField", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
    }
}
