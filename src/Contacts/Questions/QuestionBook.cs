using System.Collections.Frozen;
using Amparo.Platform.Languages;
using Amparo.Platform.Packs;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>The pack's bank with its words: what to ask whom, and why the answers say what they say.</summary>
internal sealed class QuestionBook
{
    private readonly FrozenDictionary<string, QuestionEntry> _questions;
    private readonly CodeList<CommonAnswer> _answers;
    private readonly CodeList<ElementEntry> _elements;
    private readonly CodeList<IndicatorEntry> _indicators;

    public QuestionBook(Pack pack)
    {
        _questions = pack.Questions.ToFrozenDictionary(question => question.Code, StringComparer.Ordinal);
        _answers = new(pack.CommonAnswers);
        _elements = new(pack.Elements);
        _indicators = new(pack.Indicators);
        Bank = new(
            [.. pack.Questions.Select(entry => entry.ToQuestion())],
            [.. _elements.All.Select(entry => entry.ToElement())],
            [.. _indicators.All.Select(entry => entry.ToIndicator())]);
    }

    public QuestionBank Bank { get; }

    /// <summary>What is said aloud to this speaker; the code itself when a newer pack has dropped the question.</summary>
    public string Words(string question, Speaker speaker) =>
        !_questions.TryGetValue(question, out var entry) ? question
        : ((speaker == Speaker.Person ? entry.Ask ?? entry.AskAbout : entry.AskAbout ?? entry.Ask)?.ToString() ?? question);

    /// <summary>What people read for an answer or a non-answer.</summary>
    public string Answer(string question, string answer) =>
        (_questions.GetValueOrDefault(question)?.Answers.FirstOrDefault(option => option.Code == answer)?.Label
            ?? _answers.Find(answer)?.Label)?.ToString() ?? answer;

    /// <summary>An item of an assessment in plain words.</summary>
    public string Explain(Explanation item, Speaker speaker, Texts texts)
    {
        var said = item.Arguments;
        string Element(string code) => _elements.Find(code)?.Label.ToString() ?? code;
        string Indicator(string code) => _indicators.Find(code)?.Label.ToString() ?? code;
        string Kind(string kind) => texts[$"screening.kind.{kind}"];
        string Set(string set) => texts[$"screening.set.{set}"];
        string Strength(string strength) => texts[$"screening.strength.{strength}"];
        return item.Code switch
        {
            Why.Result => texts[$"screening.result.{said[0]}"],
            Why.AskAge => texts["screening.ask-age"],
            Why.Age => texts[$"screening.age.{said[0]}"],
            Why.MeansNotNeeded => texts["screening.means-not-needed"],
            Why.Kind => texts[$"screening.presence.{said[1]}", Kind(said[0])],
            Why.OnlyNational => texts["screening.only-national", Kind(said[0])],
            Why.For => texts["screening.for", Words(said[0], speaker), Answer(said[0], said[1]), Element(said[2]), Strength(said[3])],
            Why.Against => texts["screening.against", Words(said[0], speaker), Answer(said[0], said[1]), Element(said[2])],
            Why.Missing => texts["screening.missing", Kind(said[0]), Words(said[1], speaker)],
            Why.AskedInVain => texts["screening.asked-in-vain", Kind(said[0]), Words(said[1], speaker), Answer(said[1], said[2])],
            Why.ForSomebodyElse => texts["screening.for-somebody-else", Kind(said[0]), Words(said[1], speaker)],
            Why.Dimension => texts[
                $"screening.dimension-state.{said[2]}", Set(said[0]), texts[$"screening.dimension.{said[1]}"], said[3], said[4], said[5]],
            Why.Indicator => texts[
                "screening.indicator", Set(said[0]), Indicator(said[1]), Words(said[2], speaker), Answer(said[2], said[3]), Strength(said[4])],
            Why.Provisional => texts["screening.provisional", Set(said[0])],
            Why.Support => texts[$"screening.support.{said[1]}", Set(said[0])],
            Why.NotInBank => texts["screening.not-in-bank", said[0], said[1]],
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.Code, "No words for this explanation."),
        };
    }
}
