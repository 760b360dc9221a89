namespace Amparo.Screening;

/// <summary>What can be wrong with a bank.</summary>
public enum BankFaultKind
{
    /// <summary>A code stands twice in its list.</summary>
    CodeTwice,

    /// <summary>An answer fires an element that is not listed; within: the question.</summary>
    UnknownElement,

    /// <summary>An answer fires an indicator that is not listed; within: the question.</summary>
    UnknownIndicator,

    /// <summary>A question has fewer than two answers, so that it asks nothing.</summary>
    TooFewAnswers,

    /// <summary>An answer has the code of a non-answer; within: the question.</summary>
    NonAnswerListed,

    /// <summary>An answer fires nothing and denies nothing, where it should do one of them; within: the question.</summary>
    FiresNothing,

    /// <summary>An answer fires an act, a means or a purpose and denies, so that a “yes” could take trafficking away; within: the question.</summary>
    FiresAndDenies,

    /// <summary>No answer of the question denies, so that what it reaches can never be ruled out.</summary>
    NeverDenies,

    /// <summary>A question about the age tells none, or another question denies by an age.</summary>
    NoAge,

    /// <summary>No form of an element is listed; the code is the kind's name.</summary>
    MissingKind,

    /// <summary>No question can show a legal element.</summary>
    UnreachedElement,

    /// <summary>No question fires an indicator, and it is not marked as left unasked.</summary>
    UnreachedIndicator,

    /// <summary>An indicator is marked as left unasked, and a question fires it.</summary>
    AskedAllTheSame,

    /// <summary>An indicator belongs to no set, or twice to the same.</summary>
    NoSingleGrade,
}

/// <summary>Something wrong with a bank.</summary>
/// <param name="Code">The code it stands at.</param>
/// <param name="Within">The question, where the code is one inside it.</param>
public sealed record BankFault(BankFaultKind Kind, string Code, string? Within = null);
