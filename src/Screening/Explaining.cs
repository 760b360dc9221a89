namespace Amparo.Screening;

/// <summary>Everything an assessment rests on, item by item, in the order in which one would tell it.</summary>
internal static class Explaining
{
    public static IReadOnlyList<Explanation> Of(
        IReadOnlyList<Result> results, Picture picture, IReadOnlyList<KindFinding> kinds, IReadOnlyList<Support> support, Reading reading) =>
    [
        .. results.Select(result => new Explanation(Why.Result, $"{result}")),
        .. Ages(picture, results),
        .. kinds.SelectMany(Kind),
        .. support.SelectMany(Set),
        .. reading.NotInBank.Select(pair => new Explanation(Why.NotInBank, pair.Key, pair.Value)),
    ];

    private static IEnumerable<Explanation> Ages(Picture picture, IReadOnlyList<Result> results)
    {
        yield return new(Why.Age, $"{picture.Age}");
        if (picture.MeansNeed == MeansNeed.NotNeeded)
            yield return new(Why.MeansNotNeeded, $"{picture.Age}");
        var ifChild = picture with { Age = AgeGroup.CouldBeUnder18 };
        if (picture.MeansNeed == MeansNeed.IfAdult && !results.Contains(Result.TraffickingLikely) && ifChild.Trafficking == Presence.Present)
            yield return new(Why.AskAge);
    }

    private static IEnumerable<Explanation> Kind(KindFinding kind) =>
    [
        new(Why.Kind, $"{kind.Kind}", $"{kind.State}"),
        .. kind.OnlyNational ? new[] { new Explanation(Why.OnlyNational, $"{kind.Kind}") } : [],
        .. kind.Forms.SelectMany(form => form.For.Select(item =>
            new Explanation(Why.For, item.Question, item.Answer, form.Element.Code, $"{item.Strength}"))),
        .. kind.Forms.SelectMany(form => form.Against.Select(item => new Explanation(Why.Against, item.Question, item.Answer, form.Element.Code))),
        .. kind.Missing.Select(missing => Missing(kind.Kind, missing)),
    ];

    private static Explanation Missing(ElementKind kind, MissingAnswer missing) =>
        missing.Recorded != NonAnswer.NotAsked ? new(Why.AskedInVain, $"{kind}", missing.Question, missing.Recorded)
        : missing.MayBeAsked ? new(Why.Missing, $"{kind}", missing.Question)
        : new(Why.ForSomebodyElse, $"{kind}", missing.Question);

    private static IEnumerable<Explanation> Set(Support support) =>
    [
        new(Why.Support, $"{support.Set}", $"{support.Outcome}"),
        .. support.Provisional ? new[] { new Explanation(Why.Provisional, $"{support.Set}") } : [],
        .. support.Dimensions.SelectMany(dimension => Dimension(support.Set, dimension)),
    ];

    private static IEnumerable<Explanation> Dimension(IndicatorSet set, DimensionFinding finding) =>
    [
        new(Why.Dimension, $"{set}", $"{finding.Dimension}", $"{finding.State}", $"{finding.Strong}", $"{finding.Medium}", $"{finding.Weak}"),
        .. finding.Counted.Select(fired =>
            new Explanation(Why.Indicator, $"{set}", fired.Indicator, fired.Question, fired.Answer, $"{fired.Strength}")),
    ];
}
