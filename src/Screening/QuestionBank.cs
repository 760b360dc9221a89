using System.Collections.Frozen;

namespace Amparo.Screening;

/// <summary>Questions, the legal elements and the indicators their answers speak for. Immutable; one may be shared by all threads.</summary>
public sealed class QuestionBank
{
    private readonly FrozenDictionary<string, Question> _questions;
    private readonly FrozenDictionary<string, Indicator> _indicators;
    private readonly FrozenDictionary<string, Question[]> _reaching;
    private readonly FrozenDictionary<Dimension, Question[]> _touching;

    /// <summary>A sound bank; <see cref="BankCheck"/> says more about one that is not.</summary>
    /// <exception cref="ArgumentException">Something is wrong with it.</exception>
    public QuestionBank(IReadOnlyList<Question> questions, IReadOnlyList<LegalElement> elements, IReadOnlyList<Indicator> indicators)
    {
        if (BankCheck.Faults(questions, elements, indicators).FirstOrDefault() is { } fault)
            throw new ArgumentException($"{fault.Kind}: {fault.Code} {fault.Within}".TrimEnd(), nameof(questions));
        Questions = [.. questions];
        Elements = [.. elements];
        Indicators = [.. indicators];
        _questions = questions.ToFrozenDictionary(question => question.Code, StringComparer.Ordinal);
        _indicators = indicators.ToFrozenDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        _reaching = elements.ToFrozenDictionary(
            element => element.Code, element => questions.Where(question => question.Reaches(element)).ToArray(), StringComparer.Ordinal);
        _touching = Enum.GetValues<Dimension>().ToFrozenDictionary(dimension => dimension, dimension => questions.Where(Touches(dimension)).ToArray());
    }

    /// <summary>All questions in the order in which they are asked.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>All forms of all elements, in the pack's order.</summary>
    public IReadOnlyList<LegalElement> Elements { get; }

    /// <summary>All indicators.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The question with this code, or null.</summary>
    public Question? Find(string code) => _questions.GetValueOrDefault(code);

    /// <summary>The questions that may be asked of a speaker at this age, the short set first, each part in the bank's order.</summary>
    public IReadOnlyList<Question> For(Circumstances circumstances) =>
    [
        .. Questions.Where(question => circumstances.MayAsk(question) && !(question.ChildrenOnly && circumstances.Age == AgeGroup.Adult))
            .OrderByDescending(question => question.Core),
    ];

    /// <summary>What the answers say. An entry that the bank does not know counts for nothing and is named in the explanations.</summary>
    public Assessment Assess(AnswerSheet answers, Circumstances? circumstances = null)
    {
        var reading = new Reading(this, answers, circumstances ?? Circumstances.None);
        var kinds = Weighing.Kinds(this, reading);
        Presence Of(ElementKind kind) => kinds[(int)kind].State;
        var smuggling = new[] { Of(ElementKind.Procurement), Of(ElementKind.IrregularEntry), Of(ElementKind.Benefit) }.Min();
        var picture = new Picture(
            Of(ElementKind.Act), Of(ElementKind.Means), Of(ElementKind.Purpose), reading.Age, smuggling, Of(ElementKind.LabourRights), Of(ElementKind.OtherCrime));
        var results = picture.Results();
        var support = Indications.Of(this, reading, kinds[(int)ElementKind.Purpose]);
        return new(results, picture, kinds, support, Explaining.Of(results, picture, kinds, support, reading));
    }

    internal bool Knows(string question) => _questions.ContainsKey(question);

    internal IReadOnlyList<Question> Reaching(LegalElement element) => _reaching[element.Code];

    internal IReadOnlyList<Question> Touching(Dimension dimension) => _touching[dimension];

    internal Indicator Indicator(string code) => _indicators[code];

    private Func<Question, bool> Touches(Dimension dimension) => question =>
        question.Options.Any(option => option.Indicators.Any(firing => _indicators[firing.Code].Dimension == dimension));
}
