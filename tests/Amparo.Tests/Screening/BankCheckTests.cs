using Amparo.Screening;

namespace Amparo.Tests.Screening;

/// <summary>A bank that is not sound is never made.</summary>
public class BankCheckTests
{
    private static readonly LegalElement[] Elements = [.. Enum.GetValues<ElementKind>().Select(kind => new LegalElement($"{kind}", kind))];
    private static readonly Indicator[] Indicators = [new("one", Dimension.Exploitation, [new(IndicatorSet.AdultLabour, Strength.Strong, true)])];

    private static readonly Question Sound = new(
        "q", Topic.Act, Asked.Anyone,
        [
            new("yes", [.. Elements.Select(element => new Firing(element.Code, Strength.Strong))], [new("one", Strength.Strong)]),
            new("no", [], [], Denies: true),
        ]);

    [Fact]
    public void A_sound_bank_has_no_fault_and_answers()
    {
        Faults([Sound]).ShouldBeEmpty();
        var bank = new QuestionBank([Sound], Elements, Indicators);
        bank.Assess(AnswerSheet.Of(("q", "yes")), new(Speaker.Person, AgeGroup.Adult)).Says(Result.TraffickingLikely).ShouldBeTrue();
        bank.Assess(AnswerSheet.Of(("q", "no")), new(Speaker.Person, AgeGroup.Adult)).Results.ShouldBe([Result.NoIndication]);
        bank.Assess(AnswerSheet.Empty).Results.ShouldBe([Result.InsufficientInformation]);
    }

    [Fact]
    public void Each_fault_is_found_where_it_is()
    {
        AnswerOption yes = Sound.Options[0], no = Sound.Options[1];
        Faults([Sound, Sound]).ShouldBe([new(BankFaultKind.CodeTwice, "q")]);
        Faults([Sound with { Options = [yes, no, no] }]).ShouldBe([new(BankFaultKind.CodeTwice, "no", "q")]);
        Faults([Sound with { Options = [yes] }]).ShouldBe([new(BankFaultKind.TooFewAnswers, "q"), new(BankFaultKind.NeverDenies, "q")]);
        Faults([Sound with { Options = [yes, no with { Denies = false }] }]).ShouldBe([new(BankFaultKind.NeverDenies, "q"), new(BankFaultKind.FiresNothing, "no", "q")]);
        Faults([Sound with { Options = [yes with { Denies = true }, no] }]).ShouldBe([new(BankFaultKind.FiresAndDenies, "yes", "q")]);
        Faults([Sound with { Options = [yes, no with { Code = "unknown" }] }]).ShouldBe([new(BankFaultKind.NonAnswerListed, "unknown", "q")]);
        Faults([Sound with { Topic = Topic.Age }]).ShouldBe([new(BankFaultKind.NoAge, "q")]);
        Faults([Sound, Sound with { Code = "other", Options = [no, no with { Code = "never" }] }]).ShouldBe([new(BankFaultKind.FiresNothing, "other")]);
        BankCheck.Faults([Sound], [.. Elements, Elements[0]], Indicators).ShouldBe([new(BankFaultKind.CodeTwice, "Act")]);
        BankCheck.Faults([Sound], [.. Elements, new("new", ElementKind.Means)], Indicators).ShouldBe([new(BankFaultKind.UnreachedElement, "new")]);
        BankCheck.Faults([Sound], Elements[1..], Indicators).ShouldBe([new(BankFaultKind.UnknownElement, "Act", "q"), new(BankFaultKind.MissingKind, "Act")]);
        BankCheck.Faults([Sound], Elements, []).ShouldBe([new(BankFaultKind.UnknownIndicator, "one", "q")]);
        BankCheck.Faults([Sound], Elements, [Indicators[0] with { Unasked = true }]).ShouldBe([new(BankFaultKind.AskedAllTheSame, "one")]);
        BankCheck.Faults([Sound], Elements, [Indicators[0] with { Grades = [] }]).ShouldBe([new(BankFaultKind.NoSingleGrade, "one")]);
        Should.Throw<ArgumentException>(() => new QuestionBank([Sound], Elements, [])).Message.ShouldContain("UnknownIndicator: one q");
    }

    [Fact]
    public void An_answer_may_break_a_right_and_rule_out_exploitation_at_once()
    {
        var hours = new AnswerOption("9-12", [new("LabourRights", Strength.Strong)], [], Denies: true);
        Faults([Sound with { Options = [.. Sound.Options, hours] }]).ShouldBeEmpty();
        var assessment = new QuestionBank([Sound with { Options = [.. Sound.Options, hours] }], Elements, Indicators)
            .Assess(AnswerSheet.Of(("q", "9-12")), new(Speaker.Person, AgeGroup.Adult));
        assessment.Results.ShouldBe([Result.LabourRightsViolation]);
        assessment[ElementKind.Purpose].State.ShouldBe(Presence.Absent);
    }

    [Fact]
    public void Two_answers_of_which_one_is_medium_make_an_element_present_and_two_weak_ones_do_not()
    {
        static Question Asking(string code, Strength strength) => new(
            code, Topic.Means, Asked.Anyone, [new("yes", [new("Means", strength)], []), new("no", [], [], Denies: true)]);
        var bank = new QuestionBank([Sound, Asking("a", Strength.Weak), Asking("b", Strength.Weak), Asking("c", Strength.Medium)], Elements, Indicators);
        Presence Means(params (string, string)[] answers) => bank.Assess(AnswerSheet.Of(answers))[ElementKind.Means].State;
        Means(("a", "yes")).ShouldBe(Presence.Indicated);
        Means(("a", "yes"), ("b", "yes")).ShouldBe(Presence.Indicated);
        Means(("c", "yes")).ShouldBe(Presence.Indicated);
        Means(("c", "yes"), ("a", "yes")).ShouldBe(Presence.Present);
        Means(("a", "no"), ("b", "no"), ("c", "no")).ShouldBe(Presence.Unknown);
        Means(("a", "no"), ("b", "no"), ("c", "no"), ("q", "no")).ShouldBe(Presence.Absent);
    }

    [Fact]
    public void A_question_is_answered_once_and_may_be_corrected()
    {
        Should.Throw<ArgumentException>(() => AnswerSheet.Of(("q", "yes"), ("q", "no")));
        AnswerSheet.Of(("q", "yes")).With("q", "no")["q"].ShouldBe("no");
        AnswerSheet.Of(("q", "yes")).With("q", NonAnswer.NotAsked).Answers.ShouldBeEmpty();
    }

    private static IReadOnlyList<BankFault> Faults(IReadOnlyList<Question> questions) => BankCheck.Faults(questions, Elements, Indicators);
}
