using Amparo.Platform.Data;
using Amparo.Tests.Referrals;
using Amparo.Tests.Support;
using Amparo.Unusual;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Host;

/// <summary>An auditor is told what is more than usual, by counts alone.</summary>
public class UnusualTests
{
    [Theory, OnEveryDatabase]
    public async Task Nothing_is_unusual_at_first(string database)
    {
        await using var app = await TestApp.StartAsync(database);
        var marco = await app.SignedInAsync(TestApp.Auditor);
        await marco.GoAsync("/audit/unusual");
        marco.Words.ShouldContain(app.Text("unusual.none"));
    }

    [Theory, OnEveryDatabase]
    public async Task Failed_sign_ins_are_told_from_their_limit_on(string database)
    {
        await using var app = await TestApp.StartAsync(database, Limits(failures: 3));
        var somebody = app.Browser();
        for (var tries = 1; tries <= 3; tries++)
        {
            await somebody.GoAsync("/sign-in");
            await somebody.SendAsync(("Login", TestApp.Operator), ("Password", "otra cosa cualquiera"));
            (await FindAsync(app)).Count(a => a.What == "failed-sign-ins").ShouldBe(tries < 3 ? 0 : 1);
        }
        var marco = await app.SignedInAsync(TestApp.Auditor);
        await marco.GoAsync("/audit/unusual");
        marco.Words.ShouldContain("3 ingresos fallidos en una hora");
        await marco.GoAsync(marco.Page.QuerySelector("td a[href^='/audit?']")!.GetAttribute("href")!);
        marco.Words.ShouldContain(app.Text("event.user.sign-in-failed"));
        app.Clock.Advance(TimeSpan.FromDays(8));
        (await FindAsync(app)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_reads_many_names_or_looks_without_acting_stands_out(string database)
    {
        await using var app = await TestApp.StartAsync(database, Limits(names: 2, idle: 2));
        var julia = await app.SignedInAsync(TestApp.Operator);
        string[] contacts = [await NamedAsync(julia), await NamedAsync(julia)];
        // She took them herself: her names stand out by number, not because she only looked.
        foreach (var contact in contacts)
            await julia.GoAsync(contact + "/identity");
        var found = await FindAsync(app);
        found.Select(a => (a.What, a.Count)).ShouldBe([("names-read", 2)]);
        var colleague = await app.SignedInAsAsync(Amparo.Platform.Permissions.Role.Operator);
        foreach (var contact in contacts)
            await colleague.GoAsync(contact + "/identity");
        found = await FindAsync(app);
        found.Where(a => a.By != found.Last().By).Select(a => a.What).Order().ShouldBe(["names-read", "read-without-acting"]);
    }

    [Fact]
    public async Task Each_event_that_the_pack_names_exists()
    {
        await using var app = await TestApp.StartAsync(TestDatabases.Sqlite);
        var modules = app.Services.GetRequiredService<Amparo.Platform.Modules>();
        app.Services.GetRequiredService<UnusualLimits>().Events.ShouldAllBe(name => modules.EventsByName.ContainsKey(name));
    }

    private static Action<IServiceCollection> Limits(int names = 100, int failures = 100, int idle = 100) =>
        services => services.AddSingleton(new UnusualLimits(7, names, failures, idle, []));

    private static async Task<IReadOnlyList<UnusualAct>> FindAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UnusualActs>().FindAsync(default);
    }

    private static async Task<string> NamedAsync(Browser julia)
    {
        var contact = await julia.OpenContactAsync();
        await julia.SendFormAsync("/safety", ("Input.CanTalk", "Yes"), ("Input.IsSafe", "Yes"), ("Input.Tier", "confidential"), ("Input.CallBack", "AnyTime"), ("Input.Name", "Rita"), ("Input.Phone", "961357924"));
        julia.Path.ShouldBe(contact);
        return contact;
    }
}
