namespace Amparo.Screening;

/// <summary>Looks for everything wrong in a bank before anybody is screened with it.</summary>
public static class BankCheck
{
    /// <summary>All faults: of the questions in their order, then of the elements, then of the indicators.</summary>
    public static IReadOnlyList<BankFault> Faults(
        IReadOnlyList<Question> questions, IReadOnlyList<LegalElement> elements, IReadOnlyList<Indicator> indicators) =>
        [.. OfQuestions(questions, elements, indicators), .. OfElements(questions, elements), .. OfIndicators(questions, indicators)];

    private static IEnumerable<BankFault> OfQuestions(
        IReadOnlyList<Question> questions, IReadOnlyList<LegalElement> elements, IReadOnlyList<Indicator> indicators)
    {
        var knownElements = elements.Select(element => element.Code).ToHashSet(StringComparer.Ordinal);
        var knownIndicators = indicators.Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Twice(questions.Select(question => question.Code)),
            .. questions.SelectMany(Own),
            .. questions.SelectMany(question => Both(question, elements)),
            .. questions.SelectMany(question => Unknown(question, option => option.Elements, knownElements, BankFaultKind.UnknownElement)),
            .. questions.SelectMany(question => Unknown(question, option => option.Indicators, knownIndicators, BankFaultKind.UnknownIndicator)),
        ];
    }

    private static IEnumerable<BankFault> Own(Question question)
    {
        foreach (var twice in Twice(question.Options.Select(option => option.Code)))
            yield return twice with { Within = question.Code };
        if (question.Options.Count < 2)
            yield return new(BankFaultKind.TooFewAnswers, question.Code);
        if (question.Topic == Topic.Age && question.Options.All(option => option.Age is null))
            yield return new(BankFaultKind.NoAge, question.Code);
        if ((question.MustFire || question.Fires) && !question.Options.Any(option => option.Denies))
            yield return new(BankFaultKind.NeverDenies, question.Code);
        foreach (var option in question.Options)
        {
            var fires = option.Elements.Count + option.Indicators.Count > 0;
            if (NonAnswer.Is(option.Code))
                yield return new(BankFaultKind.NonAnswerListed, option.Code, question.Code);
            if (question.MustFire && !fires && !option.Denies)
                yield return new(BankFaultKind.FiresNothing, option.Code, question.Code);
        }

        if (question.MustFire && !question.Fires)
            yield return new(BankFaultKind.FiresNothing, question.Code);
    }

    // An answer may show that hours are too long and rule out that they show exploitation; it may not show a means and rule out a purpose.
    private static IEnumerable<BankFault> Both(Question question, IReadOnlyList<LegalElement> elements) =>
        question.Options.Where(option => option.Denies && elements.Any(element => element.IsOfTrafficking && option.Fires(element.Code) is not null))
            .Select(option => new BankFault(BankFaultKind.FiresAndDenies, option.Code, question.Code));

    private static IEnumerable<BankFault> Unknown(
        Question question, Func<AnswerOption, IReadOnlyList<Firing>> fired, HashSet<string> known, BankFaultKind kind) =>
        question.Options.SelectMany(fired).Where(firing => !known.Contains(firing.Code)).Select(firing => new BankFault(kind, firing.Code, question.Code));

    private static IEnumerable<BankFault> OfElements(IReadOnlyList<Question> questions, IReadOnlyList<LegalElement> elements) =>
    [
        .. Twice(elements.Select(element => element.Code)),
        .. Enum.GetValues<ElementKind>().Except(elements.Select(element => element.Kind)).Select(kind => new BankFault(BankFaultKind.MissingKind, $"{kind}")),
        .. elements.Where(element => !questions.Any(question => question.Reaches(element)))
            .Select(element => new BankFault(BankFaultKind.UnreachedElement, element.Code)),
    ];

    private static IEnumerable<BankFault> OfIndicators(IReadOnlyList<Question> questions, IReadOnlyList<Indicator> indicators)
    {
        var fired = questions.SelectMany(question => question.Options).SelectMany(option => option.Indicators)
            .Select(firing => firing.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Twice(indicators.Select(indicator => indicator.Code)),
            .. indicators.Where(indicator => !indicator.Unasked && !fired.Contains(indicator.Code))
                .Select(indicator => new BankFault(BankFaultKind.UnreachedIndicator, indicator.Code)),
            .. indicators.Where(indicator => indicator.Unasked && fired.Contains(indicator.Code))
                .Select(indicator => new BankFault(BankFaultKind.AskedAllTheSame, indicator.Code)),
            .. indicators.Where(indicator => indicator.Grades.Count == 0 || indicator.Grades.DistinctBy(grade => grade.Set).Count() < indicator.Grades.Count)
                .Select(indicator => new BankFault(BankFaultKind.NoSingleGrade, indicator.Code)),
        ];
    }

    private static IEnumerable<BankFault> Twice(IEnumerable<string> codes) =>
        codes.GroupBy(code => code, StringComparer.Ordinal).SelectMany(same => same.Skip(1)).Select(code => new BankFault(BankFaultKind.CodeTwice, code));
}
