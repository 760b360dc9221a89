using System.Net;
using Amparo.Accounts.Users;
using Amparo.Platform.Permissions;
using Amparo.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Accounts;

public sealed class LockoutTests
{
    private const string Ana = "ana@linea.example";

    [Fact]
    public async Task Five_failures_lock_the_account_for_fifteen_minutes_and_the_right_password_answers_the_same()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        for (var i = 0; i < 5; i++)
            await browser.SendAsync(("Login", Ana), ("Password", "not the password"));
        (await house.EventsAsync())[^1].ShouldBe("user.locked-out");
        await browser.SendAsync(("Login", Ana), ("Password", House.Password));
        browser.Path.ShouldBe("/sign-in");
        browser.Page.QuerySelector(".error-summary")!.TextContent.ShouldContain("que vayan juntos");

        house.Clock.Pass(TimeSpan.FromMinutes(16));
        await browser.SendAsync(("Login", Ana), ("Password", House.Password));
        browser.Path.ShouldBe("/sign-in/code");
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_too_and_a_right_password_between_them_does_not_set_the_count_back()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        for (var i = 0; i < 5; i++)
        {
            await browser.GoAsync("/sign-in");
            await browser.SendAsync(("Login", Ana), ("Password", House.Password));
            await browser.SendAsync(("Code", "000000"));
        }
        (await house.EventsAsync())[^1].ShouldBe("user.locked-out");
    }

    [Fact]
    public async Task Tries_at_the_same_moment_all_count_and_answer_alike()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var browser = house.Browser();
            await browser.GoAsync("/sign-in");
            await browser.SendAsync(("Login", Ana), ("Password", "not the password"));
            return browser.Status;
        }));
        tries.ShouldAllBe(status => status == HttpStatusCode.BadRequest);
        (await house.AskAsync(db => db.Set<User>().Select(u => u.Failures).SingleAsync())).ShouldBe(4);
    }

    [Fact]
    public async Task Too_many_tries_from_one_place_are_put_off()
    {
        await using var house = await House.OpenAsync(options => options.SignInsPerLogin = 3);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        for (var i = 0; i < 3; i++)
            await browser.SendAsync(("Login", Ana), ("Password", "not the password"));
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        await browser.SendAsync(("Login", Ana), ("Password", "not the password"));
        browser.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
