using Amparo.Platform.Languages;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>What the answers say, as people read it: results, elements, what to ask next, and why.</summary>
public sealed class ScreeningVerdict
{
    private const int MostToAsk = 4;
    private static readonly string[] Reasons = [Why.AskAge, Why.Age, Why.MeansNotNeeded, Why.OnlyNational, Why.For, Why.Against, Why.NotInBank];
    private static readonly string[] Supports = [Why.Dimension, Why.Indicator, Why.Provisional, Why.Support];

    private readonly Speaker _speaker;
    private readonly QuestionBook _book;
    private readonly Texts _texts;

    internal ScreeningVerdict(Assessment says, Speaker speaker, QuestionBook book, Texts texts) => (Says, _speaker, _book, _texts) = (says, speaker, book, texts);

    public Assessment Says { get; }

    /// <summary>What somebody concluded of them; null for answers that were only ticked.</summary>
    public Result? Decision { get; init; }

    public IEnumerable<string> Results => Says.Results.Select(NameOf);

    /// <summary>Whether it points to trafficking: nothing else stands out on the page.</summary>
    public bool IsTrafficking => Says.Says(Result.TraffickingLikely) || Says.Says(Result.TraffickingPossible);

    /// <summary>The three elements of trafficking with their states.</summary>
    public IEnumerable<(string Name, string State, bool Holds)> Elements => Says.Kinds.Take(3).Select(kind => (
        _texts[$"screening.kind.{kind.Kind}"],
        kind.Kind == ElementKind.Means && Says.MeansNeed == MeansNeed.NotNeeded ? _texts["screening.not-needed"] : _texts[$"screening.state.{kind.State}"],
        kind.State >= Presence.Indicated));

    public string Age => _texts[$"screening.age-short.{Says.Age}"];

    /// <summary>What to ask next for what the law still needs at this age, each question once.</summary>
    public IReadOnlyList<string> ToAsk => [.. Says.Explanations
        .Where(item => item.Code == Why.Missing)
        .Select(item => (Item: item, Kind: Enum.Parse<ElementKind>(item.Arguments[0])))
        .Where(missing => Says[missing.Kind].State < Presence.Present && !(missing.Kind == ElementKind.Means && Says.MeansNeed == MeansNeed.NotNeeded))
        .Select(missing => missing.Item)
        .DistinctBy(item => item.Arguments[1])
        .Take(MostToAsk)
        .Select(item => _book.Explain(item, _speaker, _texts))];

    public IEnumerable<string> Because => Explained(Reasons);

    /// <summary>The indicators of the International Labour Organization: they support, and decide nothing.</summary>
    public IEnumerable<string> Indicators => Explained(Supports);

    public string NameOf(Result result) => _texts[$"screening.result.{result}"];

    private IEnumerable<string> Explained(string[] codes) => Says.Explanations.Where(item => codes.Contains(item.Code)).Select(item => _book.Explain(item, _speaker, _texts)).Distinct();
}
