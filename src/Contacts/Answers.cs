using Amparo.Platform.Kit;
using Amparo.Platform.Languages;

namespace Amparo.Contacts;

/// <summary>The answers to yes-or-no questions: as pages offer them (none chosen is "not asked"), and several as one.</summary>
public static class Answers
{
    /// <summary>What several answers to the same thing say together. One yes is enough; “no” takes all of them: what was not asked,
    /// not known or not told never turns into it.</summary>
    public static Answer Together(IEnumerable<Answer> answers)
    {
        var all = answers.ToHashSet();
        return all.Count == 0 ? Answer.NotAsked
            : all.Contains(Answer.Yes) ? Answer.Yes
            : all.SetEquals([Answer.No]) ? Answer.No
            : all.Contains(Answer.Declined) ? Answer.Declined
            : all.Contains(Answer.Unknown) ? Answer.Unknown
            : Answer.NotAsked;
    }

    internal static IReadOnlyList<Choice> Of(Texts texts) =>
        [.. ((Answer[])[Answer.Yes, Answer.No, Answer.Unknown, Answer.Declined]).Select(a => new Choice(a.ToString(), texts[$"answer.{a}"]))];
}
