using Amparo.Screening;

namespace Amparo.Tests.Screening;

/// <summary>Sheets made from seeds, the same on every machine, on both sides of every boundary.</summary>
internal static class SomeSheets
{
    private const int Cases = 300;
    private const int Tried = 8;

    public static void ForAll(Action<Random, AnswerSheet, Circumstances> holds)
    {
        var results = new HashSet<Result>();
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var known = new Circumstances(Any(random, Enum.GetValues<Speaker>()), Any(random, Enum.GetValues<AgeGroup>()));
            var sheet = Sheet(random);
            results.UnionWith(Banks.Peru.Assess(sheet, known).Results);
            try
            {
                holds(random, sheet, known);
            }
            catch (ShouldAssertException error)
            {
                throw new ShouldAssertException($"Seed {seed}, {known}, {string.Join(' ', sheet.Answers.Select(pair => $"{pair.Key}={pair.Value}"))}: {error.Message}", error);
            }
        }

        // Answers that never reach a result would prove nothing about it.
        results.Count.ShouldBe(Enum.GetValues<Result>().Length, string.Join(", ", results));
    }

    public static IEnumerable<(Question Question, AnswerOption Option)> Options(Random random) =>
        Some(random, Banks.Peru.Questions).Select(question => (question, Any(random, question.Options)));

    public static T[] Some<T>(Random random, IEnumerable<T> all)
    {
        T[] some = [.. all];
        random.Shuffle(some);
        return some[..Math.Min(Tried, some.Length)];
    }

    public static T Any<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    // A third stands at the edge of “no indication”: everything denied but one or two; the rest is anything from a few answers to all.
    private static AnswerSheet Sheet(Random random) => random.Next(3) == 0 ? Edge(random) : Anything(random);

    private static AnswerSheet Edge(Random random)
    {
        var sheet = Banks.AllDenied(Banks.Peru, Any(random, ["adult", "could-be-under-18", "under-14"]));
        foreach (var question in random.GetItems(Banks.Peru.Questions.Where(question => question.Topic != Topic.Age).ToArray(), random.Next(3)))
            sheet = sheet.With(question.Code, Any(random, [.. question.Options.Select(option => option.Code), .. NonAnswer.All]));
        return sheet;
    }

    private static AnswerSheet Anything(Random random)
    {
        var (told, denied, silent) = (Any(random, [0.1, 0.5, 1]), Any(random, [0, 0.5, 0.97]), Any(random, [0, 0.3]));
        return AnswerSheet.Of(
            from question in Banks.Peru.Questions
            where random.NextDouble() < told
            let answers = question.Options.Where(option => option.Denies).Select(option => option.Code).ToArray()
            select (question.Code, random.NextDouble() < silent ? Any(random, [NonAnswer.Unknown, NonAnswer.Declined])
                : answers.Length > 0 && random.NextDouble() < denied ? Any(random, answers)
                : Any(random, [.. question.Options.Where(option => !option.Denies)]).Code));
    }
}
