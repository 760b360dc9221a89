namespace Amparo.Screening;

/// <summary>Everything an assessment rests on, item by item, in the order in which one would tell it.</summary>
internal static class Explaining
{
    public static IReadOnlyList<Explanation> Of(
        IReadOnlyList<Result> results, Picture picture, IReadOnlyList<KindFinding> kinds, IReadOnlyList<Support> support, Reading reading) =>
    [
        .. results.Select(result => new Explanation(Reason.Result, $"{result}")),
        .. Ages(picture, results),
        .. kinds.SelectMany(Kind),
        .. support.SelectMany(Set),
        .. reading.NotInBank.Select(pair => new Explanation(Reason.NotInBank, pair.Key, pair.Value)),
    ];

    private static IEnumerable<Explanation> Ages(Picture picture, IReadOnlyList<Result> results)
    {
        yield return new(Reason.Age, $"{picture.Age}");
        if (picture.MeansNeed == MeansNeed.NotNeeded)
            yield return new(Reason.MeansNotNeeded, $"{picture.Age}");
        var ifChild = picture with { Age = AgeGroup.CouldBeUnder18 };
        if (picture.MeansNeed == MeansNeed.IfAdult && !results.Contains(Result.TraffickingLikely) && ifChild.Trafficking == Presence.Present)
            yield return new(Reason.AskAge);
    }

    private static IEnumerable<Explanation> Kind(KindFinding kind) =>
    [
        new(Reason.Kind, $"{kind.Kind}", $"{kind.State}"),
        .. kind.OnlyNational ? new[] { new Explanation(Reason.OnlyNational, $"{kind.Kind}") } : [],
        .. kind.Forms.SelectMany(form => form.For.Select(item =>
            new Explanation(Reason.For, item.Question, item.Answer, form.Element.Code, $"{item.Strength}"))),
        .. kind.Forms.SelectMany(form => form.Against.Select(item => new Explanation(Reason.Against, item.Question, item.Answer, form.Element.Code))),
        .. kind.Missing.Select(missing => Missing(kind.Kind, missing)),
    ];

    private static Explanation Missing(ElementKind kind, MissingAnswer missing) =>
        missing.Recorded != NonAnswer.NotAsked ? new(Reason.AskedInVain, $"{kind}", missing.Question, missing.Recorded)
        : missing.MayBeAsked ? new(Reason.Missing, $"{kind}", missing.Question)
        : new(Reason.ForSomebodyElse, $"{kind}", missing.Question);

    private static IEnumerable<Explanation> Set(Support support) =>
    [
        new(Reason.Support, $"{support.Set}", $"{support.Outcome}"),
        .. support.Provisional ? new[] { new Explanation(Reason.Provisional, $"{support.Set}") } : [],
        .. support.Dimensions.SelectMany(dimension => Dimension(support.Set, dimension)),
    ];

    private static IEnumerable<Explanation> Dimension(IndicatorSet set, DimensionFinding finding) =>
    [
        new(Reason.Dimension, $"{set}", $"{finding.Dimension}", $"{finding.State}", $"{finding.Strong}", $"{finding.Medium}", $"{finding.Weak}"),
        .. finding.Counted.Select(fired =>
            new Explanation(Reason.Indicator, $"{set}", fired.Indicator, fired.Question, fired.Answer, $"{fired.Strength}")),
    ];
}
