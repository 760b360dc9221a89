namespace Amparo.Screening;

/// <summary>From answers to the state of an element.</summary>
internal static class Weighing
{
    public static IReadOnlyList<KindFinding> Kinds(QuestionBank bank, Reading reading) =>
        [.. Enum.GetValues<ElementKind>().Select(kind => Kind(kind, bank, reading))];

    private static KindFinding Kind(ElementKind kind, QuestionBank bank, Reading reading)
    {
        ElementFinding[] forms = [.. bank.Elements.Where(element => element.Kind == kind).Select(element => Form(element, bank, reading))];
        var state = Weigh(forms.SelectMany(form => form.For))
            ?? (forms.Length > 0 && forms.All(form => form.State == Presence.Absent) ? Presence.Absent : Presence.Unknown);
        var missing = forms.SelectMany(form => form.Missing).Select(missing => missing.Question).ToHashSet(StringComparer.Ordinal);
        return new(kind, state, forms, state == Presence.Present ? [] :
        [
            .. bank.Questions.Where(question => missing.Contains(question.Code)).OrderByDescending(question => question.Core).Select(reading.Missing),
        ]);
    }

    private static ElementFinding Form(LegalElement element, QuestionBank bank, Reading reading)
    {
        var reaching = bank.Reaching(element);
        Evidence[] speakFor =
        [
            .. from question in reaching
               let option = reading.Given(question)
               let strength = option?.Fires(element.Code)
               where strength is not null
               select new Evidence(question.Code, option.Code, strength),
        ];
        Evidence[] against =
        [
            .. from question in reaching
               let option = reading.Given(question)
               where option is { Denies: true } && option.Fires(element.Code) is null
               select new Evidence(question.Code, option.Code, null),
        ];
        MissingAnswer[] missing =
            [.. reaching.Where(question => reading.Given(question) is null && reading.MustAnswer(question)).Select(reading.Missing)];
        var isDenied = against.Length > 0 && reaching.All(question => reading.Given(question)?.Denies ?? !reading.MustAnswer(question));
        return new(element, Weigh(speakFor) ?? (isDenied ? Presence.Absent : Presence.Unknown), speakFor, against, missing);
    }

    // Answers are counted by question: one answer that fires several forms of an element is still one answer.
    private static Presence? Weigh(IEnumerable<Evidence> evidence)
    {
        var byQuestion = evidence.GroupBy(item => item.Question).Select(same => same.Max(item => item.Strength!.Value)).ToList();
        return byQuestion switch
        {
            [] => null,
            _ when byQuestion.Contains(Strength.Strong) || (byQuestion.Count > 1 && byQuestion.Contains(Strength.Medium)) => Presence.Present,
            _ => Presence.Indicated,
        };
    }
}
