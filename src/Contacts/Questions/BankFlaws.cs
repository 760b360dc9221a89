using Amparo.Platform;
using Amparo.Platform.Packs;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>What is wrong with a bank, in words for whoever writes a pack, at the file where it is put right.</summary>
internal static class BankFlaws
{
    public static IEnumerable<PackFlaw> OfQuestions(Pack pack) => pack.Faults.Select(fault => InQuestions(fault, fault.Within)).OfType<PackFlaw>();

    public static IEnumerable<PackFlaw> OfElements(Pack pack, Func<ElementKind, bool> kinds)
    {
        var elements = pack.Elements;
        foreach (var fault in pack.Faults)
        {
            var element = elements.FirstOrDefault(element => element.Code == fault.Code);
            if (fault.Kind == BankFaultKind.UnreachedElement && element is not null && kinds(element.Kind))
            {
                // A form of act, means or purpose stands in its own file without the kind before its code.
                var code = element.Kind > ElementKind.Purpose ? fault.Code : fault.Code[(fault.Code.IndexOf('.', StringComparison.Ordinal) + 1)..];
                yield return new(code, $"No question can show the element “{fault.Code}”.", $"Let an answer of {QuestionsPack.QuestionsFile} fire it.");
            }

            if (fault.Kind == BankFaultKind.MissingKind && kinds(Enum.Parse<ElementKind>(fault.Code)))
                yield return new(fault.Code, $"No form of the element {fault.Code} is listed.", "List at least one: the law needs it.");
            if (fault.Kind == BankFaultKind.CodeTwice && fault.Within is null && element is not null && kinds(element.Kind))
                yield return new(fault.Code, $"The element “{fault.Code}” is listed twice.", "Give each element a code of its own.");
        }
    }

    public static IEnumerable<PackFlaw> OfIndicators(Pack pack) => pack.Faults.Select(fault => fault.Kind switch
    {
        BankFaultKind.UnreachedIndicator => new PackFlaw(
            fault.Code, $"No question fires the indicator “{fault.Code}”.", "Let an answer fire it, or say in \"unasked\" why nobody is asked."),
        BankFaultKind.AskedAllTheSame => new(fault.Code, $"The indicator “{fault.Code}” says it is not asked, and a question fires it.", "Take out \"unasked\"."),
        BankFaultKind.NoSingleGrade => new(fault.Code, $"The indicator “{fault.Code}” has no single strength in a set.", "List each set once, and at least one."),
        _ => null,
    }).OfType<PackFlaw>();

    public static IEnumerable<PackFlaw> Words(QuestionEntry question, IReadOnlyList<CommonAnswer> common)
    {
        if (!Code.IsCode(question.Code))
            yield return new(question.Code, $"“{question.Code}” is no code.", "Use 1 to 40 letters, digits, dots or hyphens.");
        if (question.Ask is null && question.Asked != Asked.Bystander)
            yield return new(question.Code, $"Question {question.Code} has no words for the person concerned.", "Add \"ask\": { … }.");
        if (question.AskAbout is null && question.Asked != Asked.Person)
            yield return new(question.Code, $"Question {question.Code} has no words for anybody else.", "Add \"askAbout\": { … }.");
        if ((question.Ask is not null && question.Asked == Asked.Bystander) || (question.AskAbout is not null && question.Asked == Asked.Person))
            yield return new(question.Code, $"Question {question.Code} has words for somebody it is not for.", "Take them out, or change \"asked\".");
        foreach (var answer in question.Answers)
        {
            if (!Code.IsCode(answer.Code))
                yield return new(answer.Code, $"“{answer.Code}” is no code.", "Use 1 to 40 letters, digits, dots or hyphens.", question.Code);
            if (answer.Label is null && !common.Any(shared => shared.Code == answer.Code))
            {
                yield return new(
                    answer.Code,
                    $"The answer “{answer.Code}” of {question.Code} has no words.",
                    $"Add \"label\": {{ … }}, or list it in {QuestionsPack.AnswersFile}.",
                    question.Code);
            }
        }
    }

    public static IEnumerable<PackFlaw> NonAnswers(IReadOnlyList<CommonAnswer> answers) =>
        NonAnswer.All.Where(code => !answers.Any(answer => answer.Code == code)).Select(code =>
            new PackFlaw(code, $"The answer “{code}” has no words.", $"Add an entry with the code “{code}”."));

    private static PackFlaw? InQuestions(BankFault fault, string? question) => fault.Kind switch
    {
        BankFaultKind.UnknownElement => new(
            fault.Code,
            $"Question {question} fires an unknown element, “{fault.Code}”.",
            $"Use a code of {QuestionsPack.ElementsFile}, or “act.”, “means.” or “purpose.” before a code of the file in contacts.",
            question),
        BankFaultKind.UnknownIndicator => new(
            fault.Code, $"Question {question} fires an unknown indicator, “{fault.Code}”.", $"Use a code of {QuestionsPack.IndicatorsFile}.", question),
        BankFaultKind.TooFewAnswers => new(fault.Code, $"Question {fault.Code} has fewer than two answers.", "List what may be answered."),
        BankFaultKind.NonAnswerListed => new(
            fault.Code, $"Question {question} lists “{fault.Code}”, which every question has.", "Take it out: it never counts.", question),
        BankFaultKind.FiresNothing when question is null => new(
            fault.Code, $"Question {fault.Code} fires nothing.", "Let an answer fire an element or an indicator, or change its topic."),
        BankFaultKind.FiresNothing => new(
            fault.Code, $"The answer “{fault.Code}” of {question} says nothing.", "Let it fire something, or write \"denies\": true.", question),
        BankFaultKind.FiresAndDenies => new(
            fault.Code, $"The answer “{fault.Code}” of {question} denies, and fires an act, a means or a purpose.", "Keep one of both.", question),
        BankFaultKind.NeverDenies => new(fault.Code, $"No answer of question {fault.Code} denies.", "Mark the answer that rules it out with \"denies\": true."),
        BankFaultKind.NoAge => new(fault.Code, $"Question {fault.Code} is about age and tells none.", "Give its answers an \"age\"."),
        _ => null,
    };
}
