using Amparo.Platform.Languages;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>What the answers say, as people read it: results, elements, what to ask next, and why.</summary>
internal sealed class ScreeningVerdict(Assessment says, Speaker speaker, QuestionBook book, Texts texts)
{
    private const int MostToAsk = 4;
    private static readonly string[] Reasons = [Why.AskAge, Why.Age, Why.MeansNotNeeded, Why.OnlyNational, Why.For, Why.Against, Why.NotInBank];
    private static readonly string[] Supports = [Why.Dimension, Why.Indicator, Why.Provisional, Why.Support];

    /// <summary>The sheet they were saved in; null for answers that were only ticked.</summary>
    public ScreeningSheet? Sheet { get; init; }

    /// <summary>Whether all that is ticked is saved too.</summary>
    public bool IsSaved { get; init; } = true;

    public Assessment Says => says;

    public IEnumerable<string> Results => says.Results.Select(NameOf);

    /// <summary>Whether it points to trafficking: nothing else stands out on the page.</summary>
    public bool IsTrafficking => says.Says(Result.TraffickingLikely) || says.Says(Result.TraffickingPossible);

    /// <summary>The three elements of trafficking with their states.</summary>
    public IEnumerable<(string Name, string State, bool Holds)> Elements => says.Kinds.Take(3).Select(kind => (
        texts[$"screening.kind.{kind.Kind}"],
        kind.Kind == ElementKind.Means && says.MeansNeed == MeansNeed.NotNeeded ? texts["screening.not-needed"] : texts[$"screening.state.{kind.State}"],
        kind.State >= Presence.Indicated));

    public string Age => texts[$"screening.age-short.{says.Age}"];

    /// <summary>What to ask next for what the law still needs at this age, each question once.</summary>
    public IReadOnlyList<string> ToAsk => [.. says.Explanations
        .Where(item => item.Code == Why.Missing)
        .Select(item => (Item: item, Kind: Enum.Parse<ElementKind>(item.Arguments[0])))
        .Where(missing => says[missing.Kind].State < Presence.Present && !(missing.Kind == ElementKind.Means && says.MeansNeed == MeansNeed.NotNeeded))
        .Select(missing => missing.Item)
        .DistinctBy(item => item.Arguments[1])
        .Take(MostToAsk)
        .Select(item => book.Explain(item, speaker, texts))];

    public IEnumerable<string> Because => Explained(Reasons);

    /// <summary>The indicators of the International Labour Organization: they support, and decide nothing.</summary>
    public IEnumerable<string> Indicators => Explained(Supports);

    public string NameOf(Result result) => texts[$"screening.result.{result}"];

    private IEnumerable<string> Explained(string[] codes) => says.Explanations.Where(item => codes.Contains(item.Code)).Select(item => book.Explain(item, speaker, texts)).Distinct();
}
