using System.Net;
using Amparo.Platform.Permissions;

namespace Amparo.Tests.Providers;

public sealed class DetailsTests
{
    [Fact]
    public async Task An_office_shows_who_answers_now()
    {
        await using var host = await ProvidersHost.StartAsync();
        var office = await host.OfficeAsync("comisaria-piura");
        var page = await host.Visit(Role.Operator).GetAsync($"/providers/{office.Id}");
        page.All("h1").ShouldBe([office.Name]);
        page.All(".next h3").ShouldBe(office.Duty.Select(d => d.Name));
        page.Main.ShouldContain("Responde primero");
        page.Main.ShouldContain("Si no responde");
        page.Main.ShouldContain("Oficina ficticia, de demostración");
        page.Main.ShouldContain("Se registró la oficina");
        page.Main.ShouldNotContain("Cambiar quién responde");
    }

    [Fact]
    public async Task An_office_with_nobody_listed_gives_its_telephone()
    {
        await using var host = await ProvidersHost.StartAsync();
        var office = await host.OfficeAsync("linea-1818");
        (await host.Visit(Role.Operator).GetAsync($"/providers/{office.Id}")).Main.ShouldContain("Todavía no hay nadie anotado. Llama al 1818.");
    }

    [Fact]
    public async Task A_shelter_shows_no_address()
    {
        await using var host = await ProvidersHost.StartAsync();
        var office = await host.OfficeAsync("acogida-costa");
        var page = await host.Visit(Role.Liaison, office.Agency, office.Id).GetAsync($"/providers/{office.Id}");
        page.Main.ShouldContain("Reservada: no se guarda ni se muestra");
        page.Main.ShouldNotContain("Calle Ficticia");
    }

    [Fact]
    public async Task An_agency_shows_its_offices()
    {
        await using var host = await ProvidersHost.StartAsync();
        var agency = await host.AgencyAsync("mimp-inabif");
        var visitor = host.Visit(Role.CaseWorker);
        (await visitor.GetAsync("/agencies")).Document.QuerySelector($"a[href='/agencies/{agency}']").ShouldNotBeNull();
        var page = await visitor.GetAsync($"/agencies/{agency}");
        page.All(".rows h3").Count.ShouldBe(3);
        page.Main.ShouldContain("Casa de acogida · 3 oficinas");
    }

    [Theory]
    [InlineData("/providers/0197f3f0c0de7000800000000000beef")]
    [InlineData("/providers/not-an-id")]
    [InlineData("/agencies/0197f3f0c0de7000800000000000beef")]
    [InlineData("/agencies/not-an-id")]
    public async Task What_is_not_there_is_missing(string url)
    {
        await using var host = await ProvidersHost.StartAsync(import: false);
        (await host.Visit(Role.Operator).GetAsync(url)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
