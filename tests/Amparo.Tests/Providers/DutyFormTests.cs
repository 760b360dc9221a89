using System.Net;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Microsoft.EntityFrameworkCore;
using static Amparo.Tests.Providers.DutyTests;

namespace Amparo.Tests.Providers;

public sealed class DutyFormTests
{
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
        (await host.CountAsync("office.duty-changed")).ShouldBe(0);
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
}
