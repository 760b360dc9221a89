using Amparo.Platform.Kit;
using Amparo.Platform.Languages;

namespace Amparo.Contacts;

/// <summary>The answers to a yes-or-no question as pages offer them; none chosen is "not asked".</summary>
internal static class Answers
{
    public static IReadOnlyList<Choice> Of(Texts texts) =>
        [.. ((Answer[])[Answer.Yes, Answer.No, Answer.Unknown, Answer.Declined]).Select(a => new Choice(a.ToString(), texts[$"answer.{a}"]))];
}
