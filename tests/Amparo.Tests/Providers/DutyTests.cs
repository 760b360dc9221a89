using System.Net;
using Amparo.Platform.Data;
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

    internal static string F(int contact, string field) => $"Input.Contacts[{contact}].{field}";

    internal static async Task<(Office Office, Visitor Visitor)> LiaisonAsync(ProvidersHost host)
    {
        var office = await host.OfficeAsync("comisaria-piura");
        return (office, host.Visit(Role.Liaison, office.Agency, office.Id));
    }
}
