using Amparo.Platform.Kit;

namespace Amparo.Tests.Kit;

public sealed class ShownTagTests : IAsyncLifetime
{
    private KitHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("es", "Quedan 2 h 54 min", "Vence mié 25, 00:39 · 3 horas")]
    [InlineData("en", "2 h 54 min left", "Due Wed 25, 00:39 · 3 horas")]
    public void A_clock_says_time_left_then_act_then_hour_and_norm(string language, string left, string due)
    {
        var bench = Bench(language);
        bench.Add<ClockTag>("clock", tag => tag.Face = new ClockFace(KitHost.Now.AddMinutes(174), null, "Derivar", "3 horas"));
        Plain(bench.One(".clock b").TextContent).ShouldBe(left);
        bench.One(".clock small").TextContent.ShouldBe(due);
        bench.One(".clock").TextContent.ShouldContain("Derivar");
    }

    [Fact]
    public void Late_is_said_in_words_and_not_in_red()
    {
        var bench = Bench();
        bench.Add<ClockTag>("clock", tag => tag.Face = new ClockFace(KitHost.Now.AddMinutes(-47), null, "Verla"));
        bench.One(".clock.late b").TextContent.ShouldStartWith("Tarde: 47");
        bench.Page().QuerySelectorAll(".danger").ShouldBeEmpty();
    }

    [Fact]
    public void A_clock_that_was_met_late_says_by_how_much()
    {
        var bench = Bench();
        bench.Add<ClockTag>("clock", tag => tag.Face = new ClockFace(KitHost.Now.AddHours(-2), KitHost.Now.AddHours(-1), "Aceptó"));
        bench.One(".clock.done b").TextContent.ShouldBe("✓ Aceptó 20:45");
        Plain(bench.One("small").TextContent).ShouldBe("Con 1 h 0 min de retraso");
    }

    [Fact]
    public void A_timeline_says_the_day_once()
    {
        var bench = Bench();
        bench.Add<TimelineTag>("timeline", tag => tag.Items =
        [
            new(KitHost.Now, "Aceptó", "Elena", Key: true), new(KitHost.Now.AddHours(-1), "Aviso", Alarm: true), new(KitHost.Now.AddDays(-1), "Contacto"),
        ]);
        bench.Page().QuerySelectorAll("ol.timeline time").Select(time => time.TextContent)
            .ShouldBe(["mar 24 nov 2026, 21:45", "20:45", "lun 23 nov 2026, 21:45"]);
        bench.One("time").GetAttribute("datetime").ShouldBe("2026-11-24T21:45:00-05:00");
        bench.One("li.key h3").TextContent.ShouldBe("Aceptó");
        bench.One("li.alarm h3").TextContent.ShouldBe("Aviso");
    }

    [Fact]
    public void A_reference_is_spelled_for_those_who_listen()
    {
        var bench = Bench();
        bench.Add<RefTag>("ref", tag => tag.Value = "KX7-4QP");
        bench.One(".ref").TextContent.ShouldBe("KX7-4QP");
        bench.One(".ref").GetAttribute("aria-label").ShouldBe("K X 7, 4 Q P");
    }

    [Fact]
    public void A_panel_is_named_by_its_heading()
    {
        var bench = Bench();
        bench.Add<PanelTag>("panel", tag => tag.Title = "layout.me", "<p>x</p>").Add<PanelTag>("panel", tag => tag.Title = "layout.nav");
        var page = bench.Page();
        page.QuerySelectorAll("section").Select(panel => page.GetElementById(panel.GetAttribute("aria-labelledby")!)!.TextContent)
            .ShouldBe(["Tu cuenta", "Principal"]);
    }

    [Fact]
    public void An_unknown_fact_is_not_a_no()
    {
        var bench = Bench();
        bench.Add<FactTag>("fact", tag => tag.LabelText = "Edad").Add<FactTag>("fact", tag => tag.LabelText = "Estado", "<b>En curso</b>");
        bench.Page().QuerySelectorAll("dd").Select(fact => fact.TextContent).ShouldBe(["No se sabe todavía", "En curso"]);
    }

    [Fact]
    public void A_notice_and_a_tag_say_their_tone_in_words()
    {
        var bench = Bench();
        bench.Add<NoticeTag>("notice", tag => (tag.Tone, tag.Title, tag.Live) = ("warn", "layout.offline-title", true), "<p>x</p>")
            .Add<TagTag>("tag", tag => tag.Tone = "on", "✓ Hecha");
        bench.One(".notice.warn[role=status] strong").TextContent.ShouldBe("Sin conexión.");
        bench.One("span.tag.on").TextContent.ShouldBe("✓ Hecha");
    }

    [Fact]
    public void The_pager_keeps_the_rest_of_the_query()
    {
        var bench = Bench();
        bench.Add<PagerTag>("pager", tag => (tag.Page, tag.Pages) = (2, 3));
        bench.Page().QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["/page?q=Huaral&p=1", "/page?q=Huaral&p=3"]);
        Bench().Add<PagerTag>("pager", tag => (tag.Page, tag.Pages) = (1, 1)).Page().Body!.ChildElementCount.ShouldBe(0);
    }

    [Fact]
    public void An_instant_is_shown_in_the_countrys_time()
    {
        var bench = Bench();
        bench.Add<WhenTag>("when", tag => tag.At = KitHost.Now).Add<WhenTag>("when", tag => tag.At = null);
        bench.Page().QuerySelectorAll("time").Single().TextContent.ShouldBe("mar 24, 21:45");
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');

    private TagBench Bench(string language = "es") => new(_host, new Specimen(), language);
}
