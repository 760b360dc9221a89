using System.Net;
using Amparo.Platform.Permissions;
using Amparo.Providers;

namespace Amparo.Tests.Providers;

public sealed class SearchTests
{
    [Fact]
    public async Task Whoever_serves_the_place_best_comes_first()
    {
        await using var host = await ProvidersHost.StartAsync();
        var page = await host.Visit(Role.Operator).GetAsync("/providers?Need=rescue&Place=Piura");
        page.All(".rows h3").ShouldBe([.. new[] { "pnp-trata-piura", "pnp-trata-nacional" }.Select(code => NameOf(host, code))]);
        page.All("h2").ShouldContain("2 oficinas: Piura (departamento)");
        page.Main.ShouldContain("Solo Piura, Piura (provincia)");
        page.Main.ShouldContain("ficticia");
        page.Main.ShouldContain("Rescatar ahora");
    }

    [Fact]
    public async Task A_smaller_place_is_chosen_by_a_link_that_keeps_the_rest()
    {
        await using var host = await ProvidersHost.StartAsync();
        var visitor = host.Visit(Role.Operator);
        var wide = await visitor.GetAsync("/providers?Need=rescue&Place=Piura");
        var link = wide.Document.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("(distrito)", StringComparison.Ordinal));
        var page = await visitor.GetAsync(link.GetAttribute("href")!);
        page.All(".rows h3")[0].ShouldBe(NameOf(host, "comisaria-piura"));
        page.Document.QuerySelector("option[value=rescue]")!.HasAttribute("selected").ShouldBeTrue();
        page.ValueOf("Place").ShouldBe("Piura, Piura, Piura");
    }

    [Fact]
    public async Task Nobody_is_listed_before_it_is_clear_which_place_is_meant()
    {
        await using var host = await ProvidersHost.StartAsync();
        var page = await host.Visit(Role.Operator).GetAsync("/providers?Need=rescue&Place=Santa+Rosa");
        page.All("h2").ShouldBe(["¿Cuál es «Santa Rosa»?"]);
        page.All(".rows h3").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/providers?Place=Nowhere", "No encontramos «Nowhere»")]
    [InlineData("/providers?Name=zzz", "Ninguna oficina cumple")]
    [InlineData("/providers?OfKind=unknown", "Ninguna oficina cumple")]
    public async Task Finding_nothing_says_what_to_do(string url, string said)
    {
        await using var host = await ProvidersHost.StartAsync();
        (await host.Visit(Role.Operator).GetAsync(url)).Main.ShouldContain(said);
    }

    [Fact]
    public async Task Before_the_import_the_directory_says_who_fills_it()
    {
        await using var host = await ProvidersHost.StartAsync(import: false);
        (await host.Visit(Role.Operator).GetAsync("/providers")).Main.ShouldContain("Todavía no hay entidades ni oficinas");
        (await host.Visit(Role.Operator).GetAsync("/agencies")).Main.ShouldContain("Todavía no hay entidades ni oficinas");
    }

    [Fact]
    public async Task Names_are_found_without_accents_and_by_kind()
    {
        await using var host = await ProvidersHost.StartAsync();
        var page = await host.Visit(Role.Analyst).GetAsync("/providers?Name=linea&OfKind=hotline");
        page.All(".rows h3").Order().ShouldBe(["Línea 100", "Línea 114, personas desaparecidas", "Línea 1818, opción 1"]);
    }

    [Fact]
    public async Task Long_lists_come_in_pages()
    {
        await using var host = await ProvidersHost.StartAsync();
        var visitor = host.Visit(Role.Supervisor);
        var first = await visitor.GetAsync("/providers");
        first.All(".rows h3").Count.ShouldBe(20);
        var second = await visitor.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.All(".rows h3").Intersect(first.All(".rows h3")).ShouldBeEmpty();
        (await visitor.GetAsync("/providers?P=999")).All(".rows h3").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_closed_says_so()
    {
        await using var host = await ProvidersHost.StartAsync(now: ProvidersHost.MondayMorning.AddHours(12));
        var page = await host.Visit(Role.Consul).GetAsync("/providers?OfKind=women-centre&Place=Piura");
        page.Main.ShouldContain("Cerrada ahora");
        page.Main.ShouldContain("lun a vie, 08:00–16:30");
    }

    [Fact]
    public async Task It_speaks_English()
    {
        await using var host = await ProvidersHost.StartAsync();
        var page = await host.Visit(Role.Operator).GetAsync("/providers?Need=rescue&Place=Piura", "en");
        page.All("h2").ShouldContain("2 offices: Piura (department)");
        page.Main.ShouldContain("Every day, 24 hours");
    }

    [Theory]
    [InlineData("/providers")]
    [InlineData("/agencies")]
    public async Task Learners_and_strangers_may_not_see_it(string url)
    {
        await using var host = await ProvidersHost.StartAsync(import: false);
        (await host.Visit(Role.Learner).GetAsync(url)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Visit().GetAsync(url)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var role in Role.All.Except([Role.Learner]))
            (await host.Visit(role).GetAsync(url)).Status.ShouldBe(HttpStatusCode.OK, role);
    }

    private static string NameOf(ProvidersHost host, string code) =>
        host.Pack.Offices.Single(o => o.Code == code).Name.In("es");
}
