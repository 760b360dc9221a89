using Amparo.Screening;
using static Amparo.Tests.Screening.SomeSheets;

namespace Amparo.Tests.Screening;

/// <summary>Several conversations about one person: what protects counts, and asking again settles it.</summary>
public class ConversationsTests
{
    private static readonly QuestionBank Bank = Banks.Peru;

    [Fact]
    public void What_one_conversation_told_no_other_takes_away() => ForAll((random, sheet, _) =>
    {
        var other = AnswerSheet.Of(Options(random).Select(pair => (pair.Question.Code, pair.Option.Code)));
        foreach (var order in (AnswerSheet[][])[[sheet, other], [other, sheet]])
        {
            var together = Bank.Together(order, AnswerSheet.Empty);
            foreach (var question in Bank.Questions)
            {
                AnswerOption?[] told = [.. order.Select(one => question.Option(one[question.Code]))];
                var counts = question.Option(together[question.Code]);
                (counts is null).ShouldBe(told.All(option => option is null), question.Code);
                if (told.Any(option => option is { Denies: false }))
                    counts!.Denies.ShouldBeFalse(question.Code);
            }
        }
    });

    [Fact]
    public void One_conversation_alone_is_what_it_was() => ForAll((_, sheet, _) =>
    {
        Bank.Together([sheet], AnswerSheet.Empty).Answers.ShouldBe(sheet.Answers);
        Bank.Together([], sheet).Answers.ShouldBe(sheet.Answers);
    });

    [Fact]
    public void Of_different_ages_the_youngest_counts_whichever_was_told_last()
    {
        Together("P1=adult", "P1=14-17")["P1"].ShouldBe("14-17");
        Together("P1=14-17", "P1=adult")["P1"].ShouldBe("14-17");
    }

    [Fact]
    public void Silence_never_stands_in_the_place_of_an_answer()
    {
        Together("A1=declined", "A1=no")["A1"].ShouldBe("no");
        Bank.Together([Banks.Sheet("A1=yes")], Banks.Sheet("A1=unknown"))["A1"].ShouldBe("yes", "who goes on asking and learns nothing takes nothing back");
        Bank.Together([Banks.Sheet("A1=unknown")], AnswerSheet.Empty)["A1"].ShouldBe("unknown");
    }

    [Fact]
    public void Asked_again_the_answer_counts_and_until_then_the_question_is_named()
    {
        AnswerSheet[] earlier = [Banks.Sheet("A1=yes A2=no"), Banks.Sheet("A1=no A2=no")];
        Bank.InDoubt(earlier, AnswerSheet.Empty).ShouldHaveSingleItem().Code.ShouldBe("A1");
        Bank.InDoubt(earlier, Banks.Sheet("A1=declined")).ShouldHaveSingleItem().Code.ShouldBe("A1");
        Bank.InDoubt(earlier, Banks.Sheet("A1=no")).ShouldBeEmpty();
        Bank.Together(earlier, Banks.Sheet("A1=no"))["A1"].ShouldBe("no");
    }

    [Fact]
    public void What_the_bank_does_not_know_gives_way_to_what_it_knows_and_is_named_otherwise()
    {
        Together("A1=maybe", "A1=no")["A1"].ShouldBe("no");
        Bank.Assess(Together("dropped=yes", "A1=no")).Explanations.ShouldContain(item => item.Code == Why.NotInBank && item.Arguments[0] == "dropped");
    }

    private static AnswerSheet Together(params string[] earlier) => Bank.Together([.. earlier.Select(Banks.Sheet)], AnswerSheet.Empty);
}
