namespace Amparo.Screening;

/// <summary>From answers to the indicators' six dimensions, for every set that may apply.</summary>
internal static class Indications
{
    public static IReadOnlyList<Support> Of(QuestionBank bank, Reading reading, KindFinding purpose) =>
        [.. Sets(reading.Age, purpose).Select(set => Support(set, bank, reading))];

    // Where age or kind of exploitation is not known, both sets are shown: which of them holds is for a person to say.
    private static IEnumerable<IndicatorSet> Sets(AgeGroup age, KindFinding purpose)
    {
        var fired = purpose.Forms.Where(form => form.For.Count > 0).Select(form => form.Element.Sexual).ToList();
        var (labour, sexual) = (fired.Count == 0 || fired.Contains(false), fired.Count == 0 || fired.Contains(true));
        var (adult, child) = (age is AgeGroup.Adult or AgeGroup.Unknown, age != AgeGroup.Adult);
        if (adult && labour)
            yield return IndicatorSet.AdultLabour;
        if (child && labour)
            yield return IndicatorSet.ChildLabour;
        if (adult && sexual)
            yield return IndicatorSet.AdultSexual;
        if (child && sexual)
            yield return IndicatorSet.ChildSexual;
    }

    private static Support Support(IndicatorSet set, QuestionBank bank, Reading reading)
    {
        DimensionFinding[] findings = [.. Enum.GetValues<Dimension>().Select(dimension => Finding(dimension, set, bank, reading))];
        var isProvisional = findings.SelectMany(finding => finding.Counted).Any(fired => !fired.Confirmed);
        return new(set, isProvisional, findings, DimensionRule.Outcome(dimension => findings[(int)dimension].State));
    }

    private static DimensionFinding Finding(Dimension dimension, IndicatorSet set, QuestionBank bank, Reading reading)
    {
        // An answer counts once in a dimension, by the strongest indicator it fires there; an indicator counts once, by its strongest answer.
        var once = bank.Touching(dimension)
            .Select(question => Fired(question, reading.Given(question), dimension, set, bank).MaxBy(fired => fired.Strength))
            .OfType<FiredIndicator>();
        FiredIndicator[] counted = [.. once.GroupBy(fired => fired.Indicator).Select(same => same.MaxBy(fired => fired.Strength)!)];
        int Count(Strength strength) => counted.Count(fired => fired.Strength == strength);
        var (strong, medium, weak) = (Count(Strength.Strong), Count(Strength.Medium), Count(Strength.Weak));
        var state = DimensionRule.IsPositive(strong, medium, weak) ? DimensionState.Positive
            : bank.Touching(dimension).Any(question => IsOpen(question, dimension, set, bank, reading)) ? DimensionState.Open
            : DimensionState.Negative;
        return new(dimension, state, strong, medium, weak, counted);
    }

    private static bool IsOpen(Question question, Dimension dimension, IndicatorSet set, QuestionBank bank, Reading reading) =>
        reading.Given(question) is null
        && reading.MustAnswer(question)
        && question.Options.Any(option => Fired(question, option, dimension, set, bank).Any());

    private static IEnumerable<FiredIndicator> Fired(Question question, AnswerOption? option, Dimension dimension, IndicatorSet set, QuestionBank bank) =>
        from firing in option?.Indicators ?? []
        let indicator = bank.Indicator(firing.Code)
        where indicator.Dimension == dimension
        let grade = indicator.In(set)
        where grade is not null
        let strength = firing.Strength < grade.Strength ? firing.Strength : grade.Strength
        select new FiredIndicator(indicator.Code, question.Code, option!.Code, strength, grade.Confirmed);
}
