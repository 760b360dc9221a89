using System.Text.Json;
using Amparo.Contacts.Questions;
using Amparo.Platform.Packs;
using Amparo.Screening;
using Amparo.Tests.Packs;
using static Amparo.Tests.Screening.SomeSheets;

namespace Amparo.Tests.Screening;

/// <summary>What must hold for any answers to the bank of Peru; each case names the seed that made it.</summary>
public class PropertyTests
{
    private static readonly QuestionBank Bank = Banks.Peru;

    [Fact]
    public void An_answer_that_speaks_for_something_never_takes_trafficking_away() => ForAll((random, sheet, known) =>
    {
        var before = Bank.Assess(sheet, known);
        foreach (var (question, option) in Options(random).Where(pair => !pair.Option.Denies))
        {
            if (question.Option(sheet[question.Code]) is null or { Denies: true })
                Bank.Assess(sheet.With(question.Code, option.Code), known).Rank().ShouldBeGreaterThanOrEqualTo(before.Rank(), $"{question.Code}={option.Code}");
        }
    });

    [Fact]
    public void A_non_answer_in_the_place_of_any_answer_never_makes_it_no_indication() => ForAll((random, sheet, known) =>
    {
        var wasNone = Bank.Assess(sheet, known).Says(Result.NoIndication);
        // What was found is taken back first: that is where a silence would most easily pass for a “no”.
        var found = sheet.Answers.Where(pair => Bank.Find(pair.Key)!.Option(pair.Value)?.Denies == false).Select(pair => pair.Key).ToList();
        foreach (var question in Some(random, found).Concat(Some(random, sheet.Answers.Keys)))
        {
            if (Bank.Assess(sheet.With(question, Any(random, [NonAnswer.Unknown, NonAnswer.Declined])), known).Says(Result.NoIndication))
                wasNone.ShouldBeTrue(question);
        }
    });

    [Fact]
    public void A_non_answer_in_the_place_of_a_no_never_takes_trafficking_away() => ForAll((random, sheet, known) =>
    {
        var before = Bank.Assess(sheet, known).Rank();
        foreach (var (question, answer) in Some(random, sheet.Answers.Where(pair => Bank.Find(pair.Key)!.Option(pair.Value)?.Denies == true)))
            Bank.Assess(sheet.With(question, Any(random, NonAnswer.All)), known).Rank().ShouldBeGreaterThanOrEqualTo(before, $"{question}={answer}");
    });

    [Fact]
    public void A_non_answer_never_counts() => ForAll((random, sheet, known) =>
    {
        var before = Bank.Assess(sheet, known);
        foreach (var question in Some(random, Bank.Questions.Where(question => question.Option(sheet[question.Code]) is null)))
        {
            var unknown = Bank.Assess(sheet.With(question.Code, NonAnswer.Unknown), known);
            var declined = Bank.Assess(sheet.With(question.Code, NonAnswer.Declined), known);
            declined.Picture.ShouldBe(unknown.Picture);
            foreach (var (one, other) in before.Kinds.Zip(unknown.Kinds))
                (one.State == other.State || (one.State, other.State) == (Presence.Absent, Presence.Unknown)).ShouldBeTrue($"{question.Code}: {one.Kind}");
            unknown.Support.SelectMany(s => s.Dimensions).SelectMany(d => d.Counted).ShouldBe(before.Support.SelectMany(s => s.Dimensions).SelectMany(d => d.Counted));
        }

        var onlyNonAnswers = AnswerSheet.Of(Bank.Questions.Select(question => (question.Code, Any(random, NonAnswer.All))));
        Bank.Assess(onlyNonAnswers, known with { Age = AgeGroup.Unknown }).Results.ShouldBe([Result.InsufficientInformation]);
    });

    [Fact]
    public void The_order_of_answers_and_the_hour_of_asking_change_nothing()
    {
        var again = new QuestionBook(Pack.Load(PackFolder.Pe)).Bank;
        ForAll((random, sheet, known) =>
        {
            var shuffled = sheet.Answers.Select(pair => (pair.Key, pair.Value)).ToArray();
            random.Shuffle(shuffled);
            Text(again.Assess(AnswerSheet.Of(shuffled), known)).ShouldBe(Text(Bank.Assess(sheet, known)));
        });
    }

    [Fact]
    public void An_answer_counts_once_in_a_dimension_and_so_does_an_indicator() => ForAll((_, sheet, known) =>
    {
        foreach (var dimension in Bank.Assess(sheet, known).Support.SelectMany(support => support.Dimensions))
        {
            dimension.Counted.Select(fired => fired.Question).ShouldBeUnique();
            dimension.Counted.Select(fired => fired.Indicator).ShouldBeUnique();
            (dimension.Strong + dimension.Medium + dimension.Weak).ShouldBe(dimension.Counted.Count);
        }
    });

    [Fact]
    public void Another_answer_never_makes_a_positive_dimension_less() => ForAll((random, sheet, known) =>
    {
        var before = Bank.Assess(sheet, known);
        foreach (var (question, option) in Options(random).Where(pair => pair.Question.Option(sheet[pair.Question.Code]) is null))
        {
            var after = Bank.Assess(sheet.With(question.Code, option.Code), known).Support.ToDictionary(support => support.Set);
            var lost = from support in before.Support
                       where after.ContainsKey(support.Set)
                       from dimension in support.Dimensions
                       where dimension.State == DimensionState.Positive && after[support.Set].Dimensions[(int)dimension.Dimension].State != DimensionState.Positive
                       select dimension.Dimension;
            lost.ShouldBeEmpty($"{question.Code}={option.Code}");
        }
    });

    [Fact]
    public void A_child_is_never_less_protected_than_an_adult() => ForAll((_, sheet, known) =>
        Bank.Assess(sheet, known with { Age = AgeGroup.CouldBeUnder18 }).Rank().ShouldBeGreaterThanOrEqualTo(Bank.Assess(sheet, known).Rank()));

    [Fact]
    public void No_indication_means_that_everything_was_answered() => ForAll((_, sheet, known) =>
    {
        var assessment = Bank.Assess(sheet, known);
        if (!assessment.Says(Result.NoIndication))
            return;
        ElementKind[] kinds = [ElementKind.Means, ElementKind.Purpose, ElementKind.LabourRights, ElementKind.OtherCrime];
        var silent = from question in Bank.Questions
                     where question.Asked != Asked.Bystander || known.Speaker != Speaker.Person
                     where !question.ChildrenOnly || assessment.Age != AgeGroup.Adult
                     where Bank.Elements.Any(element => kinds.Contains(element.Kind) && question.Reaches(element))
                     where question.Option(sheet[question.Code])?.Denies != true
                     select question.Code;
        // An answer about a means may show an act as well, and an act is no wrong.
        silent.Except(Bank.Questions.Where(question => question.Option(sheet[question.Code])?.Elements.All(firing => firing.Code.StartsWith("act.", StringComparison.Ordinal)) == true)
            .Select(question => question.Code)).ShouldBeEmpty();
        assessment.Results.Count.ShouldBe(1);
        assessment.Age.ShouldNotBe(AgeGroup.Unknown);
    });

    [Fact]
    public void Every_answer_that_counts_is_explained() => ForAll((_, sheet, known) =>
    {
        var explained = Bank.Assess(sheet, known).Explanations.Where(item => item.Code == Why.For).Select(item => item.Arguments[0] + item.Arguments[2]).ToHashSet();
        foreach (var (question, answer) in sheet.Answers)
        {
            foreach (var firing in Bank.Find(question)!.Option(answer)?.Elements ?? [])
                explained.ShouldContain(question + firing.Code);
        }
    });

    private static string Text(Assessment assessment) => JsonSerializer.Serialize(assessment);
}
