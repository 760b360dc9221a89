namespace Amparo.Screening;

/// <summary>The codes of explanations, each with its arguments.</summary>
public static class Why
{
    /// <summary>A result: result.</summary>
    public const string Result = "result";

    /// <summary>Trafficking would be likely if the person were under 18, and the age is not known: none.</summary>
    public const string AskAge = "ask-age";

    /// <summary>The age that holds: age group.</summary>
    public const string Age = "age";

    /// <summary>No means is needed at this age: age group.</summary>
    public const string MeansNotNeeded = "means-not-needed";

    /// <summary>An element's state: element kind, presence.</summary>
    public const string Kind = "kind";

    /// <summary>An element is there by the country's law alone: element kind.</summary>
    public const string OnlyNational = "only-national";

    /// <summary>An answer speaks for a form: question, answer, element, strength.</summary>
    public const string For = "for";

    /// <summary>An answer rules a form out, as far as it goes: question, answer, element.</summary>
    public const string Against = "against";

    /// <summary>A question that would help was never asked: element kind, question.</summary>
    public const string Missing = "missing";

    /// <summary>A question that would help was asked in vain: element kind, question, non-answer.</summary>
    public const string AskedInVain = "asked-in-vain";

    /// <summary>A question that would help is for somebody else: element kind, question.</summary>
    public const string ForSomebodyElse = "for-somebody-else";

    /// <summary>A dimension of the indicators: set, dimension, state, strong, medium, weak (three counts).</summary>
    public const string Dimension = "dimension";

    /// <summary>An indicator that was counted: set, indicator, question, answer, strength.</summary>
    public const string Indicator = "indicator";

    /// <summary>A set holds strengths that were not read in the source: set.</summary>
    public const string Provisional = "provisional";

    /// <summary>What the indicators' rule for the whole says: set, outcome.</summary>
    public const string Support = "support";

    /// <summary>An entry that the bank does not know, so that it counts for nothing: question, answer.</summary>
    public const string NotInBank = "not-in-bank";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Result, AskAge, Age, MeansNotNeeded, Kind, OnlyNational, For, Against, Missing, AskedInVain, ForSomebodyElse,
        Dimension, Indicator, Provisional, Support, NotInBank,
    ];
}
