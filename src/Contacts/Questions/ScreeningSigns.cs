using Amparo.Platform.Data;
using Amparo.Platform.Permissions;
using Amparo.Screening;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Contacts.Questions;

/// <summary>What screenings, contacts' last ones above all, answer to each indicator, for modules above: yes, no, or why it is not known; never a question or an answer.</summary>
public sealed class ScreeningSigns
{
    private readonly Db _db;
    private readonly ScreeningDesk _desk;
    private readonly QuestionBank _bank;
    private readonly Viewer _viewer;

    internal ScreeningSigns(Db db, ScreeningDesk desk, QuestionBook book, Viewer viewer) => (_db, _desk, _bank, _viewer) = (db, desk, book.Bank, viewer);

    /// <summary>Reads the screenings that the viewer may read; each reading is recorded.</summary>
    public async Task<IReadOnlyDictionary<string, Answer>> OfAsync(IReadOnlyCollection<ContactId> contacts, CancellationToken cancel)
    {
        var mine = _db.Contacts.VisibleTo(_viewer);
        var sheets = await _db.Screenings.AsNoTracking().Where(s => contacts.Contains(s.Contact) && mine.Any(c => c.Id == s.Contact)).ToListAsync(cancel);
        List<AnswerSheet> answers = [];
        foreach (var last in sheets.GroupBy(s => s.Contact).Select(of => of.MaxBy(s => s.Number)!).OrderBy(s => s.Id))
            answers.Add(await _desk.AnswersAsync(last, cancel));
        return Of(_bank, answers);
    }

    /// <summary>The same of answers that were gathered elsewhere.</summary>
    public IReadOnlyDictionary<string, Answer> Of(IReadOnlyCollection<AnswerSheet> sheets) => Of(_bank, sheets);

    internal static IReadOnlyDictionary<string, Answer> Of(QuestionBank bank, IReadOnlyCollection<AnswerSheet> sheets) => bank.Indicators.ToDictionary(
        indicator => indicator.Code,
        indicator => Answers.Together(bank.Questions.Where(question => question.Options.Any(option => Fires(option, indicator)))
            .Select(question => Said(sheets.Select(sheet => Answered(question, sheet[question.Code], indicator))))));

    // Of several conversations, one in which it was answered counts more than one in which it was not asked.
    private static Answer Said(IEnumerable<Answer> answers)
    {
        var all = answers.ToHashSet();
        return ((Answer[])[Answer.Yes, Answer.No, Answer.Declined, Answer.Unknown]).FirstOrDefault(all.Contains, Answer.NotAsked);
    }

    private static Answer Answered(Question question, string answer, Indicator indicator) => answer switch
    {
        NonAnswer.NotAsked => Answer.NotAsked,
        NonAnswer.Unknown => Answer.Unknown,
        NonAnswer.Declined => Answer.Declined,
        // An answer that a newer pack has dropped says nothing any more.
        _ => question.Option(answer) is not { } option ? Answer.NotAsked : Fires(option, indicator) ? Answer.Yes : Answer.No,
    };

    private static bool Fires(AnswerOption option, Indicator indicator) => option.Indicators.Any(firing => firing.Code == indicator.Code);
}
