using Amparo.Platform;
using Amparo.Platform.Packs;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>The files of the pack that screening reads, and what must be true of them.</summary>
internal static class QuestionsPack
{
    public const string QuestionsFile = "screening/questions.json";
    public const string AnswersFile = "screening/answers.json";
    public const string ElementsFile = "screening/elements.json";
    public const string IndicatorsFile = "screening/indicators.json";
    private const string ActsFile = "contacts/acts.json";
    private const string MeansFile = "contacts/means.json";
    private const string PurposesFile = "contacts/purposes.json";

    public static PackSection[] Sections { get; } =
    [
        PackSection.Of<List<QuestionEntry>>(QuestionsFile, (questions, pack) =>
            [.. BankFlaws.OfQuestions(pack), .. questions.SelectMany(question => BankFlaws.Words(question, pack.CommonAnswers))]),
        PackSection.Of<List<CommonAnswer>>(AnswersFile, (answers, _) => BankFlaws.NonAnswers(answers)),
        PackSection.Of<List<ElementEntry>>(ElementsFile, (_, pack) => BankFlaws.OfElements(pack, kind => kind > ElementKind.Purpose)),
        PackSection.Of<List<TraffickingForm>>(ActsFile, (_, pack) => BankFlaws.OfElements(pack, kind => kind == ElementKind.Act)),
        PackSection.Of<List<TraffickingForm>>(MeansFile, (_, pack) => BankFlaws.OfElements(pack, kind => kind == ElementKind.Means)),
        PackSection.Of<List<TraffickingForm>>(PurposesFile, (_, pack) => BankFlaws.OfElements(pack, kind => kind == ElementKind.Purpose)),
        PackSection.Of<List<IndicatorEntry>>(IndicatorsFile, (_, pack) => BankFlaws.OfIndicators(pack)),
    ];

    extension(Pack pack)
    {
        public List<QuestionEntry> Questions => pack.Read<List<QuestionEntry>>(QuestionsFile);

        public List<CommonAnswer> CommonAnswers => pack.Read<List<CommonAnswer>>(AnswersFile);

        public List<IndicatorEntry> Indicators => pack.Read<List<IndicatorEntry>>(IndicatorsFile);

        /// <summary>The forms of act, means and purpose, and then the elements of smuggling, labour rights and other crimes.</summary>
        public IReadOnlyList<ElementEntry> Elements =>
        [
            .. pack.Read<List<TraffickingForm>>(ActsFile).Select(form => form.In(ElementKind.Act)),
            .. pack.Read<List<TraffickingForm>>(MeansFile).Select(form => form.In(ElementKind.Means)),
            .. pack.Read<List<TraffickingForm>>(PurposesFile).Select(form => form.In(ElementKind.Purpose)),
            .. pack.Read<List<ElementEntry>>(ElementsFile),
        ];

        public IReadOnlyList<BankFault> Faults => BankCheck.Faults(
            [.. pack.Questions.Select(entry => entry.ToQuestion())],
            [.. pack.Elements.Select(entry => entry.ToElement())],
            [.. pack.Indicators.Select(entry => entry.ToIndicator())]);
    }
}
