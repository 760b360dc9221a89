using System.Globalization;
using Amparo.Platform.Languages;
using Amparo.Screening;
using Amparo.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amparo.Tests.Screening;

/// <summary>Whatever the library says with a code, the program says in plain words, in both languages.</summary>
public class ExplanationTests
{
    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Every_item_has_words(string language)
    {
        await using var app = await TestApp.StartAsync("sqlite");
        var texts = app.Services.GetRequiredService<Texts>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assessment[] all =
        [
            Banks.Assess("P1=adult A1=yes A5=employer M1=no E1=all D1=no D4=yes B1=irregular B2=yes B3=yes X1=yes", Speaker.Person),
            Banks.Assess("P1=under-14 A6=yes E9=yes M1=unknown", Speaker.Bystander),
            Banks.Assess("A1=yes E5=yes M13=no"),
            Banks.Assess("M1=no E3=yes P1=14-17"),
            Banks.Peru.Assess(Banks.AllDenied(Banks.Peru, "adult"), new(Speaker.Person)),
            Banks.Peru.Assess(Banks.AllDenied(Banks.Peru, "could-be-under-18"), new(Speaker.Person)),
            Banks.Peru.Assess(AnswerSheet.Of(Banks.Peru.Questions.Select(q => (q.Code, q.Options.FirstOrDefault(o => !o.Denies)?.Code ?? NonAnswer.Unknown)))),
        ];
        var items = all.SelectMany(assessment => assessment.Explanations).DistinctBy(item => item.ToString()).ToList();
        items.Select(item => item.Code).Distinct().Order().ShouldBe(Why.All.Order());
        foreach (var item in items)
        {
            var words = Banks.Book.Explain(item, Speaker.Person, texts);
            words.ShouldNotBeNullOrWhiteSpace();
            words.ShouldNotContain("{");
            foreach (var code in item.Arguments.Where(argument => argument.Contains('.', StringComparison.Ordinal)))
                words.ShouldNotContain(code, customMessage: "a code is shown where words should be");
        }
    }

    [Fact]
    public async Task An_item_reads_as_somebody_would_say_it()
    {
        await using var app = await TestApp.StartAsync("sqlite");
        var texts = app.Services.GetRequiredService<Texts>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        var said = Banks.Assess("P1=adult M1=no", Speaker.Person).Explanations.Select(item => Banks.Book.Explain(item, Speaker.Person, texts)).ToList();
        said.ShouldContain("«¿Puede irse de ahí cuando quiera?» No: indica Retención (fuerte)");
        said.ShouldContain("Fin de explotación: pregunta «¿Quién se queda con el dinero que gana?»");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Banks.Assess("M1=declined", Speaker.Bystander).Explanations.Select(item => Banks.Book.Explain(item, Speaker.Bystander, texts))
            .ShouldContain("Means: “Can the person leave there when they want?” is still unanswered (Declined)");
    }
}
