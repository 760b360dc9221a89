using Amparo.Platform.Kit;
using Amparo.Tests.Host;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Demo;

/// <summary>In the demonstration every page says that everything in it is made up; elsewhere none does.</summary>
public class MarkTests
{
    [Theory]
    [InlineData(TestApp.Operator)]
    [InlineData(TestApp.Supervisor)]
    [InlineData(TestApp.Administrator)]
    [InlineData(TestApp.Auditor)]
    [InlineData(TestApp.Station)]
    public async Task Every_page_of_the_demonstration_says_that_it_is_one(string login)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var somebody = await app.SignedInAsync(login);
        var (pages, _) = await Crawl.AllAsync(somebody, "/home", "/", "/sign-in/help", "/no-such-page");
        pages.Count.ShouldBeGreaterThan(4);
        foreach (var page in pages)
        {
            await somebody.GoAsync(page);
            if (somebody.Page.Body!.ChildElementCount > 0)
                somebody.Page.QuerySelectorAll(".demo").ShouldHaveSingleItem(page).TextContent.ShouldBe(app.Text("layout.demo"));
        }
    }

    [Fact]
    public async Task Where_it_is_none_no_page_says_so()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite, services => services.Configure<KitOptions>(kit => kit.IsDemo = false));
        var somebody = app.Browser();
        await somebody.GoAsync("/");
        somebody.Page.QuerySelector(".demo").ShouldBeNull();
    }
}
