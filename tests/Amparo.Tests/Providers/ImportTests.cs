using Amparo.Platform;
using Amparo.Platform.Data;
using Amparo.Platform.Packs;
using Amparo.Providers;
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
        await using var host = await ProvidersHost.StartAsync("tests/packs/zz");
        (await host.OfficeAsync("guard")).Name.ShouldBe("Guard");
    }

    [Fact]
    public async Task The_address_of_a_confidential_office_is_not_kept()
    {
        await using var host = await ProvidersHost.StartAsync();
        host.Pack.Offices.ShouldContain(o => o.Confidential && o.Address != null);
        (await host.AskAsync<Db, List<Office>>(db => db.Offices.Where(o => o.Confidential).ToListAsync())).ShouldAllBe(o => o.Address == null);
    }

    [Theory]
    [InlineData("packs/pe")]
    [InlineData("tests/packs/zz")]
    public async Task The_sections_of_the_packs_are_sound(string pack)
    {
        await using var host = await ProvidersHost.StartAsync(pack, import: false);
        ProblemsOf(host.Pack.Directory, host).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"needs\": [\"rescue\"]", "\"needs\": [\"reskue\"]", "unknown need")]
    [InlineData("\"agency\": \"guard\"", "\"agency\": \"gard\"", "unknown agency")]
    [InlineData("\"kind\": \"police\"", "\"kind\": \"polise\"", "unknown kind")]
    [InlineData("\"areas\": [\"NORTH\"]", "\"areas\": []", "no area")]
    public async Task A_flaw_in_an_office_is_named_with_its_line(string right, string wrong, string said)
    {
        await using var host = await ProvidersHost.StartAsync("tests/packs/zz", import: false);
        var copy = Directory.CreateTempSubdirectory("amparo-pack-").FullName;
        foreach (var file in Directory.EnumerateFiles(host.Pack.Directory, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(host.Pack.Directory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var offices = Path.Combine(copy, "providers/offices.json");
        File.WriteAllText(offices, File.ReadAllText(offices).Replace(right, wrong, StringComparison.Ordinal));
        var problem = ProblemsOf(copy, host).ShouldHaveSingleItem();
        Directory.Delete(copy, recursive: true);
        problem.Message.ShouldContain(said);
        problem.Line.ShouldBeGreaterThan(1);
    }

    private static IReadOnlyList<PackProblem> ProblemsOf(string directory, ProvidersHost host)
    {
        var events = host.Pack.Clocks.SelectMany(clock => clock.Stop.Prepend(clock.Start)).ToHashSet();
        return PackCheck.Run(directory, host.Singleton<Modules>().Sections, events);
    }
}
