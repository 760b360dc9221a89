using Amparo.Platform.Packs;
using Amparo.Screening;

namespace Amparo.Contacts.Questions;

/// <summary>A question as the pack holds it: what it asks the person concerned, what it asks anybody else, and what its answers say.</summary>
internal sealed record QuestionEntry(
    string Code,
    Topic Topic,
    Asked Asked,
    IReadOnlyList<OptionEntry> Answers,
    Label? Ask = null,
    Label? AskAbout = null,
    bool Core = false,
    bool Sensitive = false,
    bool ChildrenOnly = false)
{
    public Question ToQuestion() => new(Code, Topic, Asked, [.. Answers.Select(answer => answer.ToOption())], Core, Sensitive, ChildrenOnly);
}

/// <summary>An answer; without a label of its own it has the one of the common answers.</summary>
internal sealed record OptionEntry(
    string Code,
    Label? Label = null,
    bool Denies = false,
    AgeGroup? Age = null,
    IReadOnlyList<Firing>? Elements = null,
    IReadOnlyList<Firing>? Indicators = null)
{
    public AnswerOption ToOption() => new(Code, Elements ?? [], Indicators ?? [], Denies, Age);
}

/// <summary>An answer that many questions have, or one of the three that are none.</summary>
internal sealed record CommonAnswer(string Code, Label Label) : ICoded;

/// <summary>A form of act, means or purpose as the law of trafficking names it; the pack lists each kind in a file.</summary>
internal sealed record TraffickingForm(string Code, Label Label, Norm Norm, bool Palermo, bool Sexual = false)
{
    public ElementEntry In(ElementKind kind) => new($"{kind}.".ToLowerInvariant() + Code, kind, Label, Norm, Palermo, Sexual);
}

/// <summary>A legal element with its norm.</summary>
internal sealed record ElementEntry(string Code, ElementKind Kind, Label Label, Norm Norm, bool International = true, bool Sexual = false) : ICoded
{
    public LegalElement ToElement() => new(Code, Kind, International, Sexual);
}

/// <summary>An indicator; one that no question asks for says why.</summary>
internal sealed record IndicatorEntry(string Code, Dimension Dimension, Label Label, IReadOnlyList<Grade> Grades, Label? Unasked = null) : ICoded
{
    public Indicator ToIndicator() => new(Code, Dimension, Grades, Unasked is not null);
}
