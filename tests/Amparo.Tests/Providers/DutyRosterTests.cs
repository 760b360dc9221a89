using Amparo.Platform;
using Amparo.Platform.Packs;
using Amparo.Providers;

namespace Amparo.Tests.Providers;

public sealed class DutyRosterTests
{
    private static readonly Code Rescue = new("rescue");

    [Theory]
    [InlineData("200101", "comisaria-piura")]
    [InlineData("2001", "comisaria-piura")]
    [InlineData("20", "pnp-trata-piura")]
    [InlineData("200601", "pnp-trata-piura")]
    [InlineData(null, "pnp-trata-nacional")]
    public async Task The_smallest_area_of_duty_that_holds_the_place_is_told(string? area, string office)
    {
        await using var host = await ProvidersHost.StartAsync();
        (await FindAsync(host, Rescue, area)).ShouldBe(office);
    }

    [Fact]
    public async Task Agencies_that_must_never_be_told_are_passed_over()
    {
        await using var host = await ProvidersHost.StartAsync();
        var (police, unit) = (await host.AgencyAsync("pnp"), await host.AgencyAsync("pnp-trata"));
        (await FindAsync(host, Rescue, "200101", police)).ShouldBe("pnp-trata-piura");
        (await FindAsync(host, Rescue, "200101", unit)).ShouldBe("comisaria-piura");
        (await FindAsync(host, Rescue, "200101", police, unit)).ShouldBeNull();
    }

    [Fact]
    public async Task Where_nobody_can_the_national_unit_is_told_and_else_nobody()
    {
        await using var host = await ProvidersHost.StartAsync();
        var shelter = new Code("shelter");
        (await FindAsync(host, shelter, "01")).ShouldBe("pnp-trata-nacional");
        (await FindAsync(host, shelter, "01", await host.AgencyAsync("pnp-trata"))).ShouldBeNull();
    }

    [Fact]
    public async Task Closed_offices_come_after_open_ones()
    {
        await using var host = await ProvidersHost.StartAsync();
        var assist = new Code("assist");
        (await FindAsync(host, assist, "20")).ShouldBe("cem-piura");
        host.Clock.SetUtcNow(ProvidersHost.MondayMorning.AddHours(12));
        (await FindAsync(host, assist, "20")).ShouldBe("acogida-costa");
        (await AllAsync(host, assist, "20")).ShouldContain("cem-piura");
    }

    [Fact]
    public async Task Of_two_with_the_same_area_the_one_that_does_little_else_comes_first()
    {
        await using var host = await ProvidersHost.StartAsync();
        host.Clock.SetUtcNow(ProvidersHost.MondayMorning.AddHours(12));
        (await AllAsync(host, new Code("investigate"), "20")).Take(2).ShouldBe(["fiscalia-piura", "pnp-trata-piura"]);
    }

    [Fact]
    public async Task Without_a_need_all_that_serve_the_place_are_found()
    {
        await using var host = await ProvidersHost.StartAsync();
        var found = await AllAsync(host, null, "200101");
        found[0].ShouldBe("comisaria-piura");
        found.ShouldContain("linea-1818");
        found.ShouldNotContain("comisaria-huaral");
    }

    [Theory]
    [InlineData("2026-11-23T23:00", "Night", "Day")]
    [InlineData("2026-11-24T02:00", "Night", "Day")]
    [InlineData("2026-11-24T08:00", "Day", "Night")]
    [InlineData("2026-11-28T02:00", "Night", "Day")] // The shift of Friday night.
    [InlineData("2026-11-28T23:00", "Day", "Night")] // Nobody is there: the first of the list stands in.
    public void Whoever_is_there_at_that_hour_answers_even_after_midnight(string local, string first, string second)
    {
        var office = OfficeWith(("Day", "08:00", "20:00"), ("Night", "20:00", "08:00"));
        office.OnDuty(At(local))!.Name.ShouldBe(first);
        office.Second(At(local))!.Name.ShouldBe(second);
    }

    [Fact]
    public void One_person_alone_has_no_second_and_an_empty_list_nobody()
    {
        OfficeWith(("Day", "08:00", "20:00")).Second(At("2026-11-23T10:00")).ShouldBeNull();
        OfficeWith().OnDuty(At("2026-11-23T10:00")).ShouldBeNull();
    }

    private static DateTime At(string local) => DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);

    private static Office OfficeWith(params (string Name, string From, string To)[] duty)
    {
        DayOfWeek[] weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
        var label = new Label([new("es", "x")]);
        var entries = duty.Select((d, i) => new DutyEntry(
            (DutyOrder)i, d.Name, label, "1", "x@x.example", new Hours([new OpenHours(weekdays, TimeOnly.Parse(d.From), TimeOnly.Parse(d.To))])));
        var entry = new OfficeEntry("x", "x", "police", label, ["*"], null, false, true, [], null, Hours.Always, ["rescue"], [.. entries]);
        return Office.Add(Agency.Add(new("x"), new("police"), "x").Agency, entry, "es").Office;
    }

    private static Task<string?> FindAsync(ProvidersHost host, Code need, string? area, params AgencyId[] never) =>
        host.AskAsync<DutyRoster, string?>(async roster =>
            (await roster.FindAsync(need, area is null ? null : new Code(area), never, CancellationToken.None))?.Code.Value);

    private static Task<List<string>> AllAsync(ProvidersHost host, Code? need, string area) => host.AskAsync<DutyRoster, List<string>>(async roster =>
        [.. (await roster.AllAsync(need, new Code(area), [], CancellationToken.None)).Select(o => o.Code.Value)]);
}
