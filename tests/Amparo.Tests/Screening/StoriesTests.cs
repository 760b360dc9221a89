using Amparo.Screening;

namespace Amparo.Tests.Screening;

/// <summary>What the line was built for, as it would be answered on the telephone.</summary>
public class StoriesTests
{
    private const string Lima = "P1=adult A1=yes A5=employer M1=no E1=all";

    [Fact]
    public void The_young_man_locked_in_a_house_in_Lima_whose_wages_were_kept()
    {
        var assessment = Banks.Assess(Lima, Speaker.Person);
        assessment.Results.ShouldBe([Result.TraffickingLikely, Result.LabourRightsViolation, Result.OtherCrime]);
        assessment.MeansNeed.ShouldBe(MeansNeed.Needed);
        assessment[ElementKind.Act].Forms.Where(f => f.State == Presence.Present).Select(f => f.Element.Code)
            .ShouldBe(["act.recruitment", "act.harbouring", "act.retention"]);
        assessment[ElementKind.Means].Forms.Single(f => f.State == Presence.Present).Element.Code.ShouldBe("means.abduction");
        assessment.Support.Select(s => s.Set).ShouldBe([IndicatorSet.AdultLabour]);
        assessment.Support.Single().Provisional.ShouldBeFalse();
    }

    [Fact]
    public void The_mother_from_Huaral_whose_daughter_was_taken_needs_to_show_no_means()
    {
        var assessment = Banks.Assess("P1=under-14 A6=yes E9=yes M1=unknown M11=unknown", Speaker.Bystander);
        assessment.Results.ShouldBe([Result.TraffickingLikely, Result.OtherCrime]);
        assessment.Age.ShouldBe(AgeGroup.Under14);
        assessment.MeansNeed.ShouldBe(MeansNeed.NotNeeded);
        assessment.Explanations.ShouldContain(item => item.Code == Why.MeansNotNeeded);
        assessment.Support.Single().ShouldSatisfyAllConditions(s => s.Set.ShouldBe(IndicatorSet.ChildSexual), s => s.Provisional.ShouldBeTrue());
    }

    [Fact]
    public void A_daughter_taken_for_nobody_knows_what_is_possible_trafficking_already() =>
        Banks.Assess("P1=14-17 A6=yes", Speaker.Bystander).Results.ShouldBe([Result.TraffickingPossible, Result.OtherCrime]);

    [Fact]
    public void The_neighbour_in_Piura_heard_cries_and_knows_nothing_more()
    {
        var assessment = Banks.Assess("T1=heard M13=yes P1=unknown A1=unknown M1=unknown E1=unknown E5=unknown", Speaker.Bystander);
        assessment.Results.ShouldBe([Result.OtherCrime, Result.InsufficientInformation]);
        assessment.Explanations.ShouldContain(item => item.ToString() == "asked-in-vain(Act, A1, unknown)");
        assessment.Explanations.ShouldContain(item => item.ToString() == "missing(Act, A7)");
        Banks.Assess("M13=yes A7=yes", Speaker.Bystander).Results.ShouldBe([Result.TraffickingPossible, Result.OtherCrime]);
    }

    [Fact]
    public void Exploitation_need_not_have_happened_the_purpose_suffices()
    {
        var assessment = Banks.Assess("P1=adult A1=yes D1=no E22=sexual E5=no E6=no", Speaker.Person);
        assessment.Results.ShouldBe([Result.TraffickingLikely]);
    }

    [Fact]
    public void Retention_is_an_act_by_the_law_of_Peru_alone_and_says_so()
    {
        var assessment = Banks.Assess("P1=adult M1=no E3=yes");
        assessment.Says(Result.TraffickingLikely).ShouldBeTrue();
        assessment.Explanations.ShouldContain(item => item.ToString() == "only-national(Act)");
    }

    [Fact]
    public void Where_only_the_age_is_missing_it_is_asked_for()
    {
        var assessment = Banks.Assess("A1=yes E5=yes");
        assessment.Results.ShouldBe([Result.TraffickingPossible, Result.OtherCrime]);
        assessment.Explanations.ShouldContain(item => item.Code == Why.AskAge);
        Banks.Assess("A1=yes E5=yes P1=could-be-under-18").Says(Result.TraffickingLikely).ShouldBeTrue();
    }

    [Fact]
    public void Somebody_smuggled_and_held_for_the_fare_is_both() =>
        Banks.Assess("P1=adult B1=irregular B2=yes B3=yes M1=no E3=yes", Speaker.Person).Results
            .ShouldBe([Result.TraffickingLikely, Result.Smuggling, Result.OtherCrime]);

    [Fact]
    public void Somebody_brought_across_for_money_and_let_go_was_smuggled_and_more_is_not_known() =>
        Banks.Assess("P1=adult B1=irregular B2=yes B3=yes B4=yes M1=yes").Results.ShouldBe([Result.Smuggling, Result.InsufficientInformation]);

    [Fact]
    public void Twelve_hours_without_a_contract_and_nothing_more_is_a_matter_of_labour_rights()
    {
        var sheet = Banks.AllDenied(Banks.Peru, "adult").With("A1", "yes").With("E2", "9-12").With("L1", "none");
        Banks.Peru.Assess(sheet, new(Speaker.Person)).Results.ShouldBe([Result.LabourRightsViolation]);
    }

    [Fact]
    public void Only_when_everything_is_truly_answered_there_is_no_indication()
    {
        var sheet = Banks.AllDenied(Banks.Peru, "adult");
        Banks.Peru.Assess(sheet, new(Speaker.Person)).Results.ShouldBe([Result.NoIndication]);
        foreach (var question in Banks.Peru.Questions.Where(q => q.Topic != Topic.Smuggling && q.Options.Any(o => o.Elements.Count > 0)))
        {
            Banks.Peru.Assess(sheet.With(question.Code, NonAnswer.Declined), new(Speaker.Person)).Results
                .ShouldBe([Result.InsufficientInformation], question.Code);
        }
    }

    [Fact]
    public void Smuggling_is_ruled_out_by_one_of_its_three_elements_and_by_no_silence()
    {
        var sheet = Banks.AllDenied(Banks.Peru, "adult").With("B1", NonAnswer.Unknown).With("B2", NonAnswer.Unknown);
        Banks.Peru.Assess(sheet, new(Speaker.Person)).Results.ShouldBe([Result.NoIndication]);
        Banks.Peru.Assess(sheet.With("B3", NonAnswer.Unknown), new(Speaker.Person)).Results.ShouldBe([Result.InsufficientInformation]);
    }

    [Fact]
    public void Somebody_hired_for_a_decent_job_is_no_case() =>
        Banks.Peru.Assess(Banks.AllDenied(Banks.Peru, "adult").With("A1", "yes").With("A2", "yes"), new(Speaker.Person)).Results.ShouldBe([Result.NoIndication]);

    [Fact]
    public void A_bystanders_no_is_never_the_persons()
    {
        var asked = Banks.Peru.For(new(Speaker.Bystander)).Select(question => question.Code).ToHashSet();
        var sheet = AnswerSheet.Of(Banks.AllDenied(Banks.Peru, "adult").Answers.Where(pair => asked.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value)));
        var assessment = Banks.Peru.Assess(sheet, new(Speaker.Bystander));
        assessment.Results.ShouldBe([Result.InsufficientInformation]);
        assessment.Explanations.ShouldContain(item => item.Code == Why.ForSomebodyElse);
    }

    [Fact]
    public void An_answer_of_an_older_bank_counts_for_nothing_and_is_named()
    {
        var assessment = Banks.Assess("X9=yes P1=perhaps");
        assessment.Results.ShouldBe([Result.InsufficientInformation]);
        assessment.Explanations.Where(item => item.Code == Why.NotInBank).Select(item => item.ToString())
            .ShouldBe(["not-in-bank(P1, perhaps)", "not-in-bank(X9, yes)"]);
    }
}
