using System.Globalization;
using Amparo.Platform.Packs;

namespace Amparo.Tests.Packs;

public class PackTests
{
    [Fact]
    public void Peru_is_read_from_its_folder()
    {
        var country = Pack.Load(PackFolder.Pe).Country;
        country.Code.ShouldBe("PE");
        country.Line.ShouldBe(new HelpLine("Línea 1818", "1818", "mininter-cud", "1"));
        country.Emergency.Confirmed.ShouldBeFalse();
        country.TimeZone.Id.ShouldBe("America/Lima");
        country.NationalUnit.ShouldBe("pnp-trata-nacional");
    }

    [Fact]
    public void An_invented_country_is_read_the_same_way()
    {
        var pack = Pack.Load(PackFolder.Zz);
        pack.Country.Name.In("en").ShouldBe("Zeta");
        pack.Country.Line.Option.ShouldBeNull();
        pack.Areas.All.Count.ShouldBe(3);
        pack.Read<List<Shapes.Office>>("providers/offices.json").Single().Hours.IsAlways.ShouldBeFalse();
    }

    [Fact]
    public void Each_level_of_area_has_its_name()
    {
        var pack = Pack.Load(PackFolder.Pe);
        pack.Areas.Search("piura", 3).Select(area => pack.Country.LevelOf(area).In("es")).ShouldBe(["departamento", "provincia", "distrito"]);
    }

    [Theory]
    [InlineData("pe")]
    [InlineData("zz")]
    public void Both_packs_pass_the_check(string pack) =>
        PackCheck.Run(pack == "pe" ? PackFolder.Pe : PackFolder.Zz, Shapes.Sections, Shapes.Events).ShouldBeEmpty();

    [Fact]
    public void A_section_is_read_once()
    {
        var pack = Pack.Load(PackFolder.Pe);
        pack.Read<List<Shapes.Channel>>("contacts/channels.json").ShouldBeSameAs(pack.Read<List<Shapes.Channel>>("contacts/channels.json"));
    }

    [Fact]
    public void A_missing_section_is_named()
    {
        var pack = Pack.Load(PackFolder.Zz);
        Should.Throw<InvalidDataException>(() => pack.Read<List<Shapes.Channel>>("contacts/none.json")).Message.ShouldContain("contacts/none.json:1");
    }

    [Fact]
    public void A_member_nobody_knows_stops_the_reading_at_its_line()
    {
        using var folder = PackFolder.CopyOfZz().Replace("clocks.json", "\"kind\": \"evidence\"", "\"kind\": \"evidence\", \"colour\": 1");
        var line = folder.LineOf("clocks.json", "colour");
        Should.Throw<InvalidDataException>(() => Pack.Load(folder.Path)).Message.ShouldContain($"clocks.json:{line}: “colour”");
    }

    [Fact]
    public void The_day_is_the_day_in_the_country()
    {
        var country = Pack.Load(PackFolder.Pe).Country;
        country.Today(new At("2026-07-28T04:59:59Z")).ShouldBe(new DateOnly(2026, 7, 27));
        country.Today(new At("2026-07-28T05:00:00Z")).ShouldBe(new DateOnly(2026, 7, 28));
    }

    [Fact]
    public void A_label_speaks_the_language_asked_for_or_falls_back()
    {
        var label = new Label([new("qu", "Q"), new("es", "E"), new("en", "I")]);
        label.In("en-GB").ShouldBe("I");
        label.In(CultureInfo.GetCultureInfo("qu-PE")).ShouldBe("Q");
        label.In("fr").ShouldBe("E");
        new Label([new("pt", "P"), new("en", "I")]).In("fr").ShouldBe("P");
    }

    private sealed class At(string instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
    }
}
