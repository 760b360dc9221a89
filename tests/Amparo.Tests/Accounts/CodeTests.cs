using Amparo.Platform.Permissions;
using Amparo.Tests.Support;

namespace Amparo.Tests.Accounts;

public sealed class CodeTests
{
    private const string Ana = "ana@linea.example";

    [Fact]
    public async Task A_code_is_taken_once()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var code = house.CodeOf(Ana);
        var (first, second) = (house.Browser(), house.Browser());
        foreach (var browser in (Browser[])[first, second])
        {
            await browser.GoAsync("/sign-in");
            await browser.SendAsync(("Login", Ana), ("Password", House.Password));
            await browser.SendAsync(("Code", code));
        }
        first.Path.ShouldBe("/");
        second.Path.ShouldBe("/sign-in/code");
        second.Page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Cada código sirve una sola vez");
    }

    [Fact]
    public async Task A_half_sign_in_is_worth_nothing_after_ten_minutes()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Ana), ("Password", House.Password));
        house.Clock.Pass(TimeSpan.FromMinutes(11));
        await browser.SendAsync(("Code", house.CodeOf(Ana)));
        browser.Path.ShouldBe("/sign-in");
    }

    [Fact]
    public async Task The_demonstration_shows_the_code_of_a_demo_account()
    {
        await using var house = await House.OpenAsync(options => options.DemoMode = true);
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Ana), ("Password", House.Password));
        browser.Page.QuerySelector(".notice .ref")!.TextContent.ShouldBe(house.CodeOf(Ana));
    }

    [Fact]
    public async Task Without_the_demonstration_no_code_is_shown()
    {
        await using var house = await House.OpenAsync();
        await house.MemberAsync(Ana, Role.Operator);
        var browser = house.Browser();
        await browser.GoAsync("/sign-in");
        await browser.SendAsync(("Login", Ana), ("Password", House.Password));
        browser.Text.ShouldNotContain(house.CodeOf(Ana));
    }
}
