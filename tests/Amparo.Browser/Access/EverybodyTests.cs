using Amparo.Browser.Support;
using Amparo.Demo;
using Amparo.Platform.Packs;
using Amparo.Tests.Support;

namespace Amparo.Browser.Access;

/// <summary>Every page, as each role finds it, can be used by everybody.</summary>
public class EverybodyTests(Chromium chromium)
{
    private const string Nobody = "nobody";

    private static readonly ILookup<string, string> Logins =
        DemoStory.PeopleOf(Pack.Load(Path.Combine(TestApp.Root, "packs", "pe"))).ToLookup(person => person.Role, person => person.Login);

    public static TheoryData<string> Roles => [Nobody, .. Logins.Select(role => role.Key)];

    [Theory(Skip = Chromium.Missing, SkipUnless = nameof(Chromium.IsInstalled), SkipType = typeof(Chromium)), MemberData(nameof(Roles))]
    public async Task Every_page_that_a_role_reaches_is_accessible_in_both_colours_and_on_a_phone(string role)
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        await Story.TellAsync(app);
        // The last of a role: of the liaisons the one to whom the story's referrals went.
        await using var window = role == Nobody ? await chromium.OpenAsync(app) : await chromium.SignedInAsync(app, Logins[role].Last());
        var (wrong, kinds) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        await foreach (var kind in new Crawl(app, window).PagesAsync(role == Nobody ? "/" : "/home"))
        {
            kinds.Add(kind);
            wrong.UnionWith((await Checks.OnAsync(window)).Select(what => $"{kind} as {role}: {what}"));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{role} met {kinds.Count} kinds of pages: {string.Join(", ", kinds)}");
        wrong.ShouldBeEmpty(string.Join(Environment.NewLine, wrong));
    }
}
