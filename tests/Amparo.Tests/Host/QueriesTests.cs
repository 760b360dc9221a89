using Amparo.Accounts;
using Amparo.Tests.Cases;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>What a page asks of the database is bounded, and does not grow with the records it shows.</summary>
public class QueriesTests
{
    private const int Most = 30;

    public static TheoryData<string> Everybody => [TestApp.Operator, TestApp.Supervisor, TestApp.Administrator, TestApp.Auditor, TestApp.TraffickingUnit];

    [Theory, MemberData(nameof(Everybody))]
    public async Task No_page_asks_for_too_much(string login)
    {
        var queries = new QueryCount();
        await using var app = await StartAsync(queries);
        var world = await World.MakeAsync(app);
        var browser = await app.SignedInAsync(login);
        var (pages, _) = await Crawl.AllAsync(browser, ["/home", .. world.Pages]);
        pages.Count.ShouldBeGreaterThan(5);
        var counted = pages.Where(queries.OfPages.ContainsKey).Select(page => (Page: page, Count: queries.OfPages[page])).OrderByDescending(p => p.Count).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, counted.Select(p => $"{p.Count} {p.Page}")));
        counted.Where(p => p.Count > Most).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_times_as_many_records_ask_no_more()
    {
        var queries = new QueryCount();
        await using var app = await StartAsync(queries);
        var carmen = await app.SignedInAsync(TestApp.Supervisor);
        var (_, @case) = await carmen.OpenCaseAsync();
        await AddAsync(app, carmen, @case, 1);
        var few = await CountAsync(app, queries, carmen, @case);
        await AddAsync(app, carmen, @case, 9);
        var many = await CountAsync(app, queries, carmen, @case);
        many.ShouldBe(few);
    }

    private static async Task AddAsync(TestApp app, Browser carmen, string @case, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await carmen.DeclareDangerAsync(app);
            await carmen.OpenCaseAsync();
            await carmen.AddPersonAsync(@case, ("Input.Name", $"Persona {i}"));
        }
        await app.DeliverAsync();
    }

    private static async Task<List<string>> CountAsync(TestApp app, QueryCount queries, Browser carmen, string @case)
    {
        var luis = await app.SignedInAsync(TestApp.TraffickingUnit);
        List<string> counts = [];
        foreach (var (who, browser, page) in new[]
        {
            ("supervisor", carmen, "/home"), ("supervisor", carmen, "/board"), ("supervisor", carmen, "/contacts"), ("supervisor", carmen, "/cases"), ("supervisor", carmen, @case),
            ("supervisor", carmen, "/referrals"), ("office", luis, "/home"), ("office", luis, "/referrals"),
        })
        {
            // What was read a minute ago is not recorded again: the second look is like any later one.
            await browser.GoAsync(page);
            await browser.GoAsync(page);
            counts.Add($"{who} {page}: {queries.OfPages[page]}");
        }
        return counts;
    }

    private static Task<TestApp> StartAsync(QueryCount queries) => TestApp.StartAsync(TestDatabases.Sqlite, services =>
    {
        queries.Register(services);
        services.Configure<AccountsOptions>(accounts => accounts.RequestsPerMinute = 1_000_000);
    });
}
