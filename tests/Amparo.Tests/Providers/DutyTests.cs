using System.Net;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Platform.Permissions;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Providers;

public sealed class DutyTests
{
    private const string Changed = "office.duty-changed";

    [Fact]
    public async Task A_liaison_changes_who_answers_for_their_own_office()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (office, visitor) = await LiaisonAsync(host);
        var done = await visitor.PostAsync(
            await visitor.GetAsync($"/providers/{office.Id}/duty"),
            (F(0, "Turn"), "2"),
            (F(1, "Turn"), "1"),
            (F(2, "Name"), "Ana Flores (ficticia)"), (F(2, "Role"), "Oficial"), (F(2, "Phone"), "000-11-2222"), (F(2, "Mail"), "ana@pnp.example"),
            (F(2, "Shift"), "Weekly"), (F(2, "Days"), "Monday"), (F(2, "Days"), "Tuesday"), (F(2, "From"), "22:00"), (F(2, "To"), "06:00"));
        done.Status.ShouldBe(HttpStatusCode.Redirect);
        done.Location.ShouldBe($"/providers/{office.Id}");

        var saved = (await host.OfficeAsync("comisaria-piura")).Duty;
        saved.Select(d => d.Name).ShouldBe([office.Duty[1].Name, office.Duty[0].Name, "Ana Flores (ficticia)"]);
        saved[2].Hours.Weekly.ShouldHaveSingleItem().Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Tuesday]);
        (await visitor.GetAsync(done.Location!)).Main.ShouldContain("lun, mar, 22:00–06:00");
    }

    [Fact]
    public async Task The_change_is_an_event_without_names()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (office, visitor) = await LiaisonAsync(host);
        await visitor.PostAsync(await visitor.GetAsync($"/providers/{office.Id}/duty"), (F(1, "Turn"), "0"));
        var entry = await host.AskAsync<Db, Platform.Audit.AuditEntry>(db => db.Audit.SingleAsync(e => e.Event == Changed));
        entry.About.ShouldBe(office.Id.Value);
        entry.Under.ShouldBe(office.Agency.Value);
        entry.By.ShouldBe(SignedInAs.User.Value);
        entry.Data.ShouldContain("\"people\":1");
        entry.Data.ShouldNotContain("ficticia");
    }

    [Fact]
    public async Task A_form_sent_twice_changes_it_once()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (office, visitor) = await LiaisonAsync(host);
        var form = await visitor.GetAsync($"/providers/{office.Id}/duty");
        await visitor.PostAsync(form, (F(1, "Turn"), "0"));
        var again = await visitor.PostAsync(form, (F(1, "Turn"), "0"));
        again.Status.ShouldBe(HttpStatusCode.Redirect);
        again.Location.ShouldBe($"/providers/{office.Id}");
        (await host.CountAsync(Changed)).ShouldBe(1);
    }

    [Fact]
    public async Task An_administrator_changes_any_office_of_their_agency_and_no_other()
    {
        await using var host = await ProvidersHost.StartAsync();
        var office = await host.OfficeAsync("comisaria-piura");
        var own = host.Visit(Role.Administrator, office.Agency);
        (await own.GetAsync($"/providers/{office.Id}")).Main.ShouldContain("Cambiar quién responde");
        (await own.GetAsync($"/providers/{office.Id}/duty")).Status.ShouldBe(HttpStatusCode.OK);
        var other = host.Visit(Role.Administrator, await host.AgencyAsync("mp"));
        (await other.GetAsync($"/providers/{office.Id}/duty")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_liaison_of_another_office_finds_nothing_to_change()
    {
        await using var host = await ProvidersHost.StartAsync();
        var office = await host.OfficeAsync("comisaria-piura");
        var neighbour = await host.OfficeAsync("comisaria-lima");
        var other = host.Visit(Role.Liaison, neighbour.Agency, neighbour.Id);
        (await other.GetAsync($"/providers/{office.Id}/duty")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Visit(Role.Liaison, office.Agency).GetAsync($"/providers/{office.Id}/duty")).Status.ShouldBe(HttpStatusCode.NotFound);
        var theirs = await other.GetAsync($"/providers/{neighbour.Id}/duty");
        (await other.PostToAsync($"/providers/{office.Id}/duty", theirs)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.CountAsync(Changed)).ShouldBe(0);
    }

    [Fact]
    public async Task Other_roles_are_forbidden()
    {
        await using var host = await ProvidersHost.StartAsync();
        var office = await host.OfficeAsync("comisaria-piura");
        foreach (var role in Role.All.Except([Role.Liaison, Role.Administrator]))
            (await host.Visit(role, office.Agency, office.Id).GetAsync($"/providers/{office.Id}/duty")).Status.ShouldBe(HttpStatusCode.Forbidden, role);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (office, visitor) = await LiaisonAsync(host);
        var page = await visitor.PostAsync(
            await visitor.GetAsync($"/providers/{office.Id}/duty"),
            (F(1, "Turn"), "1"), (F(2, "Name"), "Ana"), (F(2, "Shift"), "Weekly"), (F(2, "From"), "08:00"), (F(2, "To"), "08:00"));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.All(".error-summary a").ShouldBe(
        [
            "Turno: falta uno para la persona 2 que nadie más tenga.",
            "Cargo: falta el de la persona 3.",
            "Teléfono de turno: falta el de la persona 3.",
            "Correo de turno: falta el de la persona 3.",
            "Días: falta marcar los de la persona 3.",
            "Hasta: falta la hora de la persona 3, distinta de la primera.",
        ]);
        page.ValueOf(F(2, "Name")).ShouldBe("Ana");
        page.Document.QuerySelectorAll(".error-summary a").ShouldAllBe(a => page.Document.QuerySelector(a.GetAttribute("href")!) != null);
        (await host.CountAsync(Changed)).ShouldBe(0);
    }

    [Fact]
    public async Task Leaving_nobody_is_refused()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (office, visitor) = await LiaisonAsync(host);
        var page = await visitor.PostAsync(await visitor.GetAsync($"/providers/{office.Id}/duty"), (F(0, "Turn"), "0"), (F(1, "Turn"), "0"));
        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Main.ShouldContain("Deja al menos a una persona");
        (await host.OfficeAsync("comisaria-piura")).Duty.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_at_once_lose_nothing()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (office, visitor) = await LiaisonAsync(host);
        var (mine, theirs) = (await visitor.GetAsync($"/providers/{office.Id}/duty"), await visitor.GetAsync($"/providers/{office.Id}/duty"));
        await visitor.PostAsync(theirs, (F(0, "Name"), "Theirs"));

        var conflict = await visitor.PostAsync(mine, (F(0, "Name"), "Mine"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.All("main h3").ShouldContain("Theirs");
        conflict.ValueOf(F(0, "Name")).ShouldBe("Mine");
        (await host.OfficeAsync("comisaria-piura")).Duty[0].Name.ShouldBe("Theirs");

        (await visitor.PostAsync(conflict)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await host.OfficeAsync("comisaria-piura")).Duty[0].Name.ShouldBe("Mine");
    }

    [Fact]
    public async Task Hours_that_the_form_cannot_express_stay_as_they_are()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (office, visitor) = await LiaisonAsync(host);
        var split = new Hours([new([DayOfWeek.Monday], new(8, 0), new(12, 0)), new([DayOfWeek.Monday], new(14, 0), new(18, 0))]);
        await host.WithAsync<Db>(async db => await db.RecordAsync(
            (await db.Offices.SingleAsync(o => o.Id == office.Id)).ChangeDuty([office.Duty[0] with { Hours = split }]), CancellationToken.None));
        var form = await visitor.GetAsync($"/providers/{office.Id}/duty");
        form.Main.ShouldContain("lun, 08:00–12:00; lun, 14:00–18:00");
        await visitor.PostAsync(form, (F(0, "Name"), "Ana"));
        var saved = (await host.OfficeAsync("comisaria-piura")).Duty.ShouldHaveSingleItem();
        saved.Name.ShouldBe("Ana");
        saved.Hours.Weekly.Select(open => open.From.Hour).ShouldBe([8, 14]);
    }

    private static string F(int contact, string field) => $"Input.Contacts[{contact}].{field}";

    private static async Task<(Office Office, Visitor Visitor)> LiaisonAsync(ProvidersHost host)
    {
        var office = await host.OfficeAsync("comisaria-piura");
        return (office, host.Visit(Role.Liaison, office.Agency, office.Id));
    }
}
