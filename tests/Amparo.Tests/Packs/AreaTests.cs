using System.Diagnostics;
using Amparo.Platform.Packs;

namespace Amparo.Tests.Packs;

public class AreaTests
{
    private static readonly AreaTree Peru = Pack.Load(PackFolder.Pe).Areas;
    private static readonly AreaTree Zeta = Pack.Load(PackFolder.Zz).Areas;

    [Fact]
    public void Peru_has_25_departments_196_provinces_and_1891_districts() =>
        Peru.All.CountBy(area => area.Level).ToDictionary().ShouldBe(new Dictionary<int, int> { [1] = 25, [2] = 196, [3] = 1891 });

    [Fact]
    public void Every_area_of_Peru_has_a_place_on_the_map() =>
        Peru.All.ShouldAllBe(area => area.Lat > -19 && area.Lat < 0 && area.Lon > -82 && area.Lon < -68);

    [Fact]
    public void A_search_for_Piura_finds_department_province_and_district_in_this_order()
    {
        var found = Peru.Search("piura", 3);
        found.Select(area => area.Code).ShouldBe(["20", "2001", "200101"]);
        found.Select(area => Peru.Path(area.Code)).ShouldBe(["Piura", "Piura, Piura", "Piura, Piura, Piura"]);
        found.Select(area => area.Level).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("ancash", "02")]
    [InlineData("ÁNCASH", "02")]
    [InlineData("  huánuco ", "10")]
    [InlineData("cañete", "1505")]
    [InlineData("canete", "1505")]
    [InlineData("madre dios", "17")]
    [InlineData("170101", "170101")]
    public void An_area_is_found_without_its_accents_its_case_or_all_its_words(string typed, string code) =>
        Peru.Search(typed)[0].Code.ShouldBe(code);

    [Fact]
    public void Words_of_the_surroundings_tell_namesakes_apart()
    {
        var found = Peru.Search("san isidro lima");
        found[0].Code.ShouldBe("150131");
        Peru.Path("150131").ShouldBe("San Isidro, Lima, Lima");
    }

    [Fact]
    public void Beginnings_come_before_middles()
    {
        var names = Peru.Search("hua", 500).Select(area => area.Name.ToUpperInvariant()).ToList();
        names.FindLastIndex(name => name.StartsWith("HUA", StringComparison.Ordinal))
            .ShouldBeLessThan(names.FindIndex(name => !name.Contains(" HUA", StringComparison.Ordinal) && !name.StartsWith("HU", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_seat_comes_before_other_districts_of_its_name()
    {
        var districts = Peru.Search("san ignacio", 20).Where(area => area.Level == 3 && area.Name == "San Ignacio");
        districts.First().Code.ShouldBe(Peru.All.Single(area => area is { Level: 2, Name: "San Ignacio" }).Seat);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("xyzzy")]
    public void Nothing_is_found_for_nothing(string? typed) => Peru.Search(typed).ShouldBeEmpty();

    [Fact]
    public void A_thousand_searches_take_no_time_anybody_would_notice()
    {
        var clock = Stopwatch.StartNew();
        for (var turn = 0; turn < 1000; turn++)
        {
            Peru.Search("sa");
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("20", "200101", true)]
    [InlineData("2001", "200101", true)]
    [InlineData("200101", "200101", true)]
    [InlineData("200101", "20", false)]
    [InlineData("2002", "200101", false)]
    [InlineData("2", "200101", false)]
    [InlineData("20", "unknown", false)]
    [InlineData(AreaTree.Everywhere, "200101", true)]
    public void An_area_contains_what_lies_in_it(string outer, string inner, bool contains) =>
        Peru.Contains(outer, inner).ShouldBe(contains);

    [Fact]
    public void Codes_need_not_nest_and_parents_decide()
    {
        Zeta.Contains("NORTH", "DALE").ShouldBeTrue();
        Zeta.Up("DALE").Select(area => area.Code).ShouldBe(["DALE", "NORTH"]);
        Zeta.Path("DALE").ShouldBe("Dale of Ávila, Norland");
        Zeta.Inside("NORTH").Count().ShouldBe(2);
        Zeta.Inside().Single().Code.ShouldBe("NORTH");
        Zeta.Search("avila").Single().Code.ShouldBe("DALE");
    }

    [Fact]
    public void An_unknown_code_has_no_area_and_is_its_own_path()
    {
        Peru.Find("999999").ShouldBeNull();
        Peru.Find(null).ShouldBeNull();
        Peru.Path("999999").ShouldBe("999999");
    }
}
