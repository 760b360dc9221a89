using Amparo.Platform.Packs;
using Amparo.Providers;
using Amparo.Tests.Packs;

namespace Amparo.Tests.Providers;

public sealed class PlaceFoundTests
{
    private static readonly AreaTree Areas = Pack.Load(PackFolder.Pe).Areas;

    [Theory]
    [InlineData("Piura", "20")]
    [InlineData("  pIURA ", "20")]
    [InlineData("Lima", "15")]
    [InlineData("huanuco", "10")]
    [InlineData("200101", "200101")]
    public void Of_places_of_one_name_that_lie_in_one_another_the_widest_is_meant(string typed, string code) =>
        PlaceFound.In(Areas, null, typed).Meant!.Code.ShouldBe(code);

    [Fact]
    public void The_smaller_ones_are_offered() =>
        PlaceFound.In(Areas, null, "Piura").Others.Select(a => a.Code).ShouldBe(["2001", "200101"]);

    [Fact]
    public void Of_places_far_from_one_another_none_is_meant()
    {
        var found = PlaceFound.In(Areas, null, "Santa Rosa");
        found.Meant.ShouldBeNull();
        found.Others.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void The_area_chosen_stands_until_something_else_is_typed()
    {
        PlaceFound.In(Areas, "2001", null).Meant!.Code.ShouldBe("2001");
        PlaceFound.In(Areas, "2001", Areas.Path("2001")).Meant!.Code.ShouldBe("2001");
        PlaceFound.In(Areas, "2001", "Cusco").Meant!.Code.ShouldBe("08");
    }

    [Theory]
    [InlineData("Nowhere at all")]
    [InlineData("")]
    [InlineData(null)]
    public void What_fits_nothing_means_nothing(string? typed)
    {
        var found = PlaceFound.In(Areas, "unknown", typed);
        found.Meant.ShouldBeNull();
        found.Others.ShouldBeEmpty();
    }
}
