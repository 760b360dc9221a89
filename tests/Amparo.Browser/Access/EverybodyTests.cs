using System.Collections.Concurrent;
using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Platform.Packs;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Browser.Access;

/// <summary>Every page, as each role finds it, can be used by everybody.</summary>
public class EverybodyTests(Chromium chromium)
{
    [InChromium]
    public async Task Every_page_that_any_role_reaches_is_accessible_in_both_colours_and_on_a_phone()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await Story.TellAsync(app);
        var people = DemoStory.PeopleOf(app.Services.GetRequiredService<Pack>());
        var (wrong, kinds) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await WalkAsync(app, "nobody", await chromium.OpenAsync(app), "/");
        foreach (var role in people.GroupBy(person => person.Role))
            await WalkAsync(app, role.Key, await chromium.SignedInAsync(app, role.Last().Login), "/home");

        // The walk is worth what it meets.
        string[] unmet = [.. Crawl.PatternsOf(app).Except(kinds).Where(kind => !kind.StartsWith("/failure", StringComparison.Ordinal))];
        TestContext.Current.TestOutputHelper?.WriteLine($"Met {kinds.Distinct().Count()} kinds of pages; not met: {string.Join(", ", unmet)}");
        wrong.Order().Distinct().ShouldBeEmpty(string.Join(Environment.NewLine, wrong.Order()));

        async Task WalkAsync(TestApp on, string role, Window window, string home)
        {
            await using (window)
                await foreach (var kind in new Crawl(on, window).PagesAsync(home))
                {
                    kinds.Add(kind);
                    foreach (var what in await Checks.OnAsync(window))
                    {
                        wrong.Add($"{kind} as {role}: {what}");
                        TestContext.Current.TestOutputHelper?.WriteLine($"{kind} as {role}: {what}");
                    }
                }
        }
    }
}
