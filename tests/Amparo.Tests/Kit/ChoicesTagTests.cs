using Amparo.Platform.Kit;

namespace Amparo.Tests.Kit;

public sealed class ChoicesTagTests : IAsyncLifetime
{
    private static readonly Choice[] Channels = [new("Call", "Llamada"), new("Chat", "Chat", "Si no puede hablar")];

    private KitHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("radio", "radio")]
    [InlineData("answers", "radio")]
    [InlineData("checks", "checkbox")]
    public void Choices_are_a_group_with_a_legend(string kind, string type)
    {
        var bench = Bench(new Specimen { Channel = Channel.Chat });
        var page = bench.Add<ChoicesTag>("choices", tag =>
            (tag.For, tag.Label, tag.Kind, tag.Options) = (bench.For("Channel"), "layout.me", kind, Channels)).Page();

        page.QuerySelector("fieldset > legend")!.TextContent.ShouldBe("Tu cuenta");
        var inputs = page.QuerySelectorAll("label > input").ToList();
        inputs.Select(input => input.GetAttribute("type")).ShouldBe([type, type]);
        inputs.Single(input => input.HasAttribute("checked")).GetAttribute("value").ShouldBe("Chat");
        inputs[0].Id.ShouldBe("Input_Channel");
    }

    [Fact]
    public void Several_choices_stay_ticked()
    {
        var bench = Bench(new Specimen { Signs = ["a", "c"] });
        bench.Add<ChoicesTag>("choices", tag =>
            (tag.For, tag.Label, tag.Kind, tag.Options) = (bench.For("Signs"), "layout.me", "checks", [new("a", "A"), new("b", "B"), new("c", "C")]));
        bench.Page().QuerySelectorAll("[checked]").Select(input => input.GetAttribute("value")).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void A_select_has_a_label_and_an_empty_line()
    {
        var bench = Bench(new Specimen { Channel = Channel.Call });
        var page = bench.Add<ChoicesTag>("choices", tag =>
            (tag.For, tag.Label, tag.Kind, tag.Empty, tag.Options) = (bench.For("Channel"), "layout.me", "select", "fact.unknown", Channels)).Page();
        page.QuerySelector("label")!.GetAttribute("for").ShouldBe(page.QuerySelector("select")!.Id);
        page.QuerySelectorAll("option").Select(option => option.GetAttribute("value")).ShouldBe(["", "Call", "Chat"]);
        page.QuerySelector("option[selected]")!.GetAttribute("value").ShouldBe("Call");
    }

    [Fact]
    public void Options_of_one_group_stand_under_its_name()
    {
        var bench = Bench(new Specimen { Channel = Channel.Call });
        Choice[] offices = [new("all", "Todas"), new("1", "Piura", Group: "Policía"), new("2", "Lima", Group: "Policía"), new("3", "Piura", Group: "Fiscalía")];
        var page = bench.Add<ChoicesTag>("choices", tag =>
            (tag.For, tag.Label, tag.Kind, tag.Options) = (bench.For("Channel"), "layout.me", "select", offices)).Page();
        page.QuerySelectorAll("select > optgroup").Select(g => $"{g.GetAttribute("label")} {g.ChildElementCount}").ShouldBe(["Policía 2", "Fiscalía 1"]);
        page.QuerySelector("select > option")!.GetAttribute("value").ShouldBe("all");
    }

    private TagBench Bench(Specimen model) => new(_host, model);
}
