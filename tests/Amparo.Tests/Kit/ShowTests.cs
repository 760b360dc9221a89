using System.Globalization;
using Amparo.Platform.Languages;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Kit;

public sealed class ShowTests : IAsyncLifetime
{
    private KitHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KitHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(0, 47, "47 min")]
    [InlineData(2, 54, "2 h 54 min")]
    [InlineData(71, 33, "71 h 33 min")]
    [InlineData(123, 0, "5 días 3 h")]
    public void A_span_is_read_at_a_glance(int hours, int minutes, string words)
    {
        Speak("es");
        Show.Span(new TimeSpan(hours, minutes, 0)).Replace('\u00a0', ' ').ShouldBe(words);
    }

    [Theory]
    [InlineData("es", 0, "mar 24, 21:45")]
    [InlineData("es", -20, "mié 4 nov, 21:45")]
    [InlineData("es", -400, "lun 20 oct 2025, 21:45")]
    [InlineData("en", 1, "Wed 25, 21:45")]
    public void A_day_says_as_much_as_is_needed(string language, int days, string words)
    {
        Speak(language);
        Show.DayTime(KitHost.Now.AddDays(days)).ShouldBe(words);
    }

    [Fact]
    public void Today_needs_no_day()
    {
        Speak("es");
        Show.Near(KitHost.Now).ShouldBe("21:45");
        Show.Near(KitHost.Now.AddHours(3)).ShouldBe("mié 25, 00:45");
    }

    [Fact]
    public void September_is_setiembre()
    {
        Speak("es");
        Show.LongDay(new DateOnly(2026, 9, 5)).ShouldBe("5 de setiembre de 2026");
        Show.Day(new DateOnly(2026, 9, 5)).ShouldBe("sáb 5 set 2026");
    }

    [Theory]
    [InlineData("es", "8\u202f500", "51,0\u00a0%")]
    [InlineData("en", "8\u202f500", "51.0\u00a0%")]
    public void Figures_have_thin_spaces(string language, string number, string share)
    {
        Speak(language);
        Show.Number(8500).ShouldBe(number);
        Show.Share(0.51).ShouldBe(share);
    }

    private Show Show => _host.App.Services.GetRequiredService<Show>();

    private static void Speak(string language) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.From(language).Culture;
}
