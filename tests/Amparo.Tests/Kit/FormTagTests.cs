using Amparo.Platform.Kit;
using AngleSharp.Dom;

namespace Amparo.Tests.Kit;

public sealed class FormTagTests : IAsyncLifetime
{
    private KitHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void A_field_ties_its_label_and_its_hint()
    {
        var bench = Bench();
        var page = bench.Add<FieldTag>("field", tag =>
        {
            tag.For = bench.For("Note");
            tag.Label = "layout.me";
            tag.Hint = "layout.foot";
        }).Page();

        var input = page.QuerySelector("input")!;
        page.QuerySelector("label")!.GetAttribute("for").ShouldBe(input.Id);
        page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent.ShouldBe("Nadie te va a pedir tu nombre ni tu documento.");
        input.GetAttribute("maxlength").ShouldBe("10");
        input.HasAttribute("aria-invalid").ShouldBeFalse();
    }

    [Theory]
    [InlineData("es", "Falta completar este dato.")]
    [InlineData("en", "Fill this in.")]
    public void What_is_missing_is_said_beside_the_field(string language, string words)
    {
        var bench = Bench(language: language).Validate();
        var page = bench.Add<FieldTag>("field", tag =>
        {
            tag.For = bench.For("Note");
            tag.Label = "layout.me";
        }).Page();

        var input = page.QuerySelector("input")!;
        input.GetAttribute("aria-invalid").ShouldBe("true");
        page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent.ShouldBe(words);
        page.QuerySelector(".field")!.ClassList.ShouldContain("wrong");
    }

    [Fact]
    public void A_field_keeps_what_was_typed_but_never_a_password()
    {
        var bench = Bench(new Specimen { Note = "old" });
        bench.State.SetModelValue("Input.Note", "typed", "typed");
        bench.Add<FieldTag>("field", tag => (tag.For, tag.Label, tag.Kind) = (bench.For("Note"), "layout.me", "area"));
        bench.One("textarea").TextContent.ShouldBe("typed");

        var secret = Bench(new Specimen { Note = "old" });
        secret.Add<FieldTag>("field", tag => (tag.For, tag.Label, tag.Kind) = (secret.For("Note"), "layout.me", "password"));
        secret.One("input").HasAttribute("value").ShouldBeFalse();
    }

    [Fact]
    public void Text_from_people_is_encoded()
    {
        var bench = Bench(new Specimen { Note = "\"><script>" });
        bench.Add<FieldTag>("field", tag => (tag.For, tag.LabelText) = (bench.For("Note"), "<b>"));
        bench.Page().QuerySelectorAll("script, b").ShouldBeEmpty();
        bench.One("input").GetAttribute("value").ShouldBe("\"><script>");
    }

    [Fact]
    public void The_summary_leads_to_each_field_by_its_name_in_the_order_of_the_page()
    {
        var bench = Bench().Validate();
        bench.State.AddModelError("", "La derivación ya fue aceptada.");
        var page = bench
            .Add<ErrorSummaryTag>("error-summary", _ => { })
            .Add<FieldTag>("field", tag => (tag.For, tag.LabelText) = (bench.For("Place"), "¿Dónde?"))
            .Add<FieldTag>("field", tag => (tag.For, tag.LabelText) = (bench.For("Note"), "Relato"))
            .Page();

        var summary = page.QuerySelector(".error-summary")!;
        summary.QuerySelectorAll("p").Select(line => line.TextContent)
            .ShouldBe(["La derivación ya fue aceptada.", "¿Dónde? No se hizo el cambio", "Relato: falta completar este dato."]);
        summary.QuerySelectorAll("a").ShouldAllBe(link => page.QuerySelector(link.GetAttribute("href")!) != null);
        page.GetElementById(summary.GetAttribute("aria-labelledby")!)!.TextContent.ShouldBe("Falta algo para seguir");
        summary.HasAttribute("autofocus").ShouldBeTrue();
    }

    [Fact]
    public void A_refusal_alone_says_that_nothing_was_done()
    {
        var bench = Bench();
        bench.State.AddModelError("", "La derivación ya fue aceptada.");
        bench.Add<ErrorSummaryTag>("error-summary", _ => { });
        bench.One("h2").TextContent.ShouldBe("No se hizo el cambio");
    }

    [Fact]
    public void The_summary_is_nothing_when_nothing_is_missing() =>
        Bench().Add<ErrorSummaryTag>("error-summary", _ => { }).Page().Body!.ChildElementCount.ShouldBe(0);

    [Fact]
    public void A_date_is_one_control_in_ISO_form()
    {
        var bench = Bench(new Specimen { Day = new(2026, 9, 5) });
        bench.Add<DateFieldTag>("date-field", tag => (tag.For, tag.Label, tag.To) = (bench.For("Day"), "layout.me", new DateOnly(2026, 11, 24)));
        var input = bench.One("input[type=date]");
        input.GetAttribute("value").ShouldBe("2026-09-05");
        input.GetAttribute("max").ShouldBe("2026-11-24");
    }

    [Fact]
    public void A_post_carries_a_fresh_key_and_the_forgery_token()
    {
        var bench = Bench();
        bench.Add<PostTag>("post", tag => tag.Act = "/do").Add<PostTag>("post", _ => { });
        var forms = bench.Page().QuerySelectorAll("form[method=post][novalidate][autocomplete=off]").ToList();
        forms.Select(form => form.GetAttribute("action")).ShouldBe(["/do", "/page?q=Huaral&p=2"]);
        forms.Select(form => form.QuerySelector("[name=_once]")!.GetAttribute("value")!.Length).ShouldBe([32, 32]);
        forms.Select(form => form.QuerySelector("[name=_once]")!.GetAttribute("value")).Distinct().Count().ShouldBe(2);
        forms.ShouldAllBe(form => form.QuerySelector("[name=__RequestVerificationToken]") != null);
    }

    private TagBench Bench(Specimen? model = null, string language = "es") => new(_host, model ?? new Specimen(), language);
}
