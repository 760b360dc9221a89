using Amparo.Contacts.Questions;
using Amparo.Platform.Packs;
using Amparo.Screening;
using Amparo.Tests.Packs;

namespace Amparo.Tests.Screening;

/// <summary>What the bank of Peru must hold beyond its shape.</summary>
public class PeruBankTests
{
    private static readonly Pack Peru = Pack.Load(PackFolder.Pe);
    private static readonly List<QuestionEntry> Entries = Peru.Read<List<QuestionEntry>>(QuestionsPack.QuestionsFile);

    public static TheoryData<string> Questions => [.. Entries.Select(entry => entry.Code)];

    [Theory, MemberData(nameof(Questions))]
    public void A_question_is_short_and_asks_one_thing(string code)
    {
        var question = Entries.Single(entry => entry.Code == code);
        foreach (var words in new[] { question.Ask, question.AskAbout }.OfType<Label>())
        {
            words.In("es").ShouldMatch("^¿[^¿?]+\\?$");
            words.In("en").ShouldMatch("^[^?]+\\?$");
            words.In("es").Split(' ').Length.ShouldBeLessThanOrEqualTo(15);
            words.In("es").ShouldNotContain("víctima");
        }
    }

    [Fact]
    public void Every_element_of_the_law_can_be_shown_by_the_person_and_by_somebody_else()
    {
        foreach (var speaker in (Speaker[])[Speaker.Person, Speaker.Bystander])
        {
            var asked = Banks.Peru.For(new(speaker));
            Banks.Peru.Elements.Where(element => !asked.Any(question => question.Reaches(element))).Select(element => element.Code)
                .Except(["purpose.sale-of-children", "crime.sale-of-children"]).ShouldBeEmpty($"{speaker}");
        }
    }

    [Fact]
    public void The_short_set_reaches_act_means_purpose_and_other_crimes_whoever_speaks()
    {
        foreach (var speaker in (Speaker[])[Speaker.Person, Speaker.Bystander])
        {
            var core = Banks.Peru.For(new(speaker)).Where(question => question.Core).ToList();
            core.Count.ShouldBeLessThanOrEqualTo(21);
            foreach (var kind in Enum.GetValues<ElementKind>().Except([ElementKind.Procurement, ElementKind.Benefit]))
                Banks.Peru.Elements.Where(element => element.Kind == kind).Any(element => core.Any(question => question.Reaches(element))).ShouldBeTrue($"{speaker}, {kind}");
        }
    }

    [Fact]
    public void The_law_of_Peru_has_six_acts_and_nine_means() =>
        (Banks.Peru.Elements.Count(e => e.Kind == ElementKind.Act), Banks.Peru.Elements.Count(e => e.Kind == ElementKind.Means)).ShouldBe((6, 9));

    [Fact]
    public void The_dimensions_hold_as_many_indicators_as_the_source_counts() =>
        Banks.Peru.Indicators.Where(indicator => indicator.In(IndicatorSet.AdultLabour) is not null).CountBy(indicator => indicator.Dimension).OrderBy(pair => pair.Key)
            .Select(pair => pair.Value).ShouldBe([10, 10, 16, 9, 15, 7]);

    [Fact]
    public void The_labour_sets_are_confirmed_and_of_the_sexual_ones_three_strengths()
    {
        Banks.Peru.Indicators.SelectMany(i => i.Grades).Where(g => g.Set is IndicatorSet.AdultLabour or IndicatorSet.ChildLabour).ShouldAllBe(g => g.Confirmed);
        Banks.Peru.Indicators.SelectMany(i => i.Grades.Where(g => g.Confirmed && g.Set is IndicatorSet.AdultSexual or IndicatorSet.ChildSexual && g.Confirmed).Select(g => $"{i.Code} {g.Set}"))
            .ShouldBe(["EX.hazardous ChildSexual", "CD.tasks AdultSexual", "CD.tasks ChildSexual"]);
    }

    [Fact]
    public void Four_indicators_are_left_unasked_and_the_pack_says_why() =>
        Banks.Peru.Indicators.Where(indicator => indicator.Unasked).Select(indicator => indicator.Code).ShouldBe(["VR.past", "VR.context", "VD.past", "VD.personal"]);

    [Fact]
    public void What_is_asked_at_four_in_the_morning_comes_first()
    {
        var order = Banks.Peru.For(new(Speaker.Person));
        order.Select(question => question.Core).ShouldBe(order.Select(question => question.Core).OrderDescending());
        order.ShouldNotContain(question => question.Asked == Asked.Bystander);
        Banks.Peru.For(new(Speaker.Person, AgeGroup.Adult)).ShouldNotContain(question => question.ChildrenOnly);
    }
}
