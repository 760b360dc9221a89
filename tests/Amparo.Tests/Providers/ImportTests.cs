using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Providers;
using Amparo.Tests.Packs;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Tests.Providers;

public sealed class ImportTests
{
    [Fact]
    public async Task Every_agency_and_office_of_the_pack_is_added_by_an_event()
    {
        await using var host = await ProvidersHost.StartAsync();
        (await host.CountAsync("agency.added")).ShouldBe(host.Pack.Agencies.Count);
        (await host.CountAsync("office.added")).ShouldBe(host.Pack.Offices.Count);
    }

    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        await using var host = await ProvidersHost.StartAsync();
        var before = await host.AskAsync<Db, int>(db => db.Audit.CountAsync());
        await host.WithAsync<ProvidersImport>(import => import.ImportAsync(CancellationToken.None));
        (await host.AskAsync<Db, int>(db => db.Audit.CountAsync())).ShouldBe(before);
        (await host.AskAsync<Db, int>(db => db.Offices.CountAsync(o => o.Version > 1))).ShouldBe(0);
    }

    [Fact]
    public async Task Importing_again_keeps_what_people_changed()
    {
        await using var host = await ProvidersHost.StartAsync();
        var id = (await host.OfficeAsync("comisaria-piura")).Id;
        await host.WithAsync<Db>(async db =>
        {
            var office = await db.Offices.SingleAsync(o => o.Id == id);
            await db.RecordAsync(office.ChangeDuty([new DutyContact("Ana", "Oficial", "1", "ana@pnp.example", Hours.Always)]), CancellationToken.None);
        });
        await host.WithAsync<ProvidersImport>(import => import.ImportAsync(CancellationToken.None));
        (await host.OfficeAsync("comisaria-piura")).Duty.ShouldHaveSingleItem().Name.ShouldBe("Ana");
    }

    [Fact]
    public async Task Names_are_in_the_language_of_the_country()
    {
        await using var host = await ProvidersHost.StartAsync(PackFolder.Zz);
        (await host.OfficeAsync("guard")).Name.ShouldBe("Guard");
    }

    [Fact]
    public async Task The_address_of_a_confidential_office_is_not_kept()
    {
        await using var host = await ProvidersHost.StartAsync();
        host.Pack.Offices.ShouldContain(o => o.Confidential && o.Address != null);
        (await host.AskAsync<Db, List<Office>>(db => db.Offices.Where(o => o.Confidential).ToListAsync())).ShouldAllBe(o => o.Address == null);
    }

    [Fact]
    public async Task The_sections_of_the_packs_are_sound()
    {
        await using var host = await ProvidersHost.StartAsync(import: false);
        ProblemsOf(PackFolder.Pe, host).ShouldBeEmpty();
        ProblemsOf(PackFolder.Zz, host).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"needs\": [\"rescue\"]", "\"needs\": [\"reskue\"]", "unknown need")]
    [InlineData("\"agency\": \"guard\"", "\"agency\": \"gard\"", "unknown agency")]
    [InlineData("\"kind\": \"police\"", "\"kind\": \"polise\"", "unknown kind")]
    [InlineData("\"areas\": [\"NORTH\"]", "\"areas\": []", "no area")]
    public async Task A_flaw_in_an_office_is_named_with_its_line(string right, string wrong, string said)
    {
        await using var host = await ProvidersHost.StartAsync(PackFolder.Zz, import: false);
        using var folder = PackFolder.CopyOfZz().Replace("providers/offices.json", right, wrong);
        var problem = ProblemsOf(folder.Path, host).ShouldHaveSingleItem();
        problem.Message.ShouldContain(said);
        problem.Line.ShouldBeGreaterThan(1);
    }

    private static IReadOnlyList<PackProblem> ProblemsOf(string directory, ProvidersHost host) =>
        PackCheck.Run(directory, host.Singleton<Modules>().Sections, Shapes.Events);
}
