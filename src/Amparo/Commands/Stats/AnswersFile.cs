using System.Globalization;
using Amparo.Statistics.Disclosure.Files;
using Amparo.Statistics.Items;
using Amparo.Statistics.MultipleSystems.Files;

namespace Amparo.Commands.Stats;

/// <summary>Answers to a test as a file holds them: a line for each person, a column for each item, and who it is where a column says so.</summary>
internal sealed record AnswersFile(ItemAnswers Answers, IReadOnlyList<string>? Persons)
{
    private static readonly string[] Missing = ["", "NA", "na", "-"];

    /// <exception cref="TableFault">A cell is no score, or a person stands twice.</exception>
    public static AnswersFile Read(SheetFile sheet, string? person, double highest)
    {
        int? who = person is null ? null : sheet.Column(person);
        int[] items = [.. Enumerable.Range(0, sheet.Names.Count).Where(column => column != who)];
        if (items.Length < 2)
            throw new TableFault(1, 0, "A test has two items or more. Write a column for each.");
        HashSet<string> known = [];
        foreach (var line in sheet.Lines.Where(_ => who is not null))
        {
            if (!known.Add(line.Cells[who!.Value]))
                throw new TableFault(line.Number, who.Value + 1, $"“{line.Cells[who.Value]}” stands twice. Each person has one line.");
        }

        double?[][] rows = [.. sheet.Lines.Select(line => items.Select(column => Score(sheet, line, column, highest)).ToArray())];
        return new AnswersFile(new ItemAnswers([.. items.Select(column => sheet.Names[column])], rows, highest), who is { } at ? [.. sheet.Lines.Select(line => line.Cells[at])] : null);
    }

    /// <summary>Both times, of those who stand in both, in the same order of persons and items, and how many stand in one alone.</summary>
    /// <exception cref="CommandRefused">The files do not have the same items.</exception>
    public (ItemAnswers Before, ItemAnswers After, int Alone) Joined(AnswersFile later)
    {
        int[] columns = [.. Answers.Items.Select(item => later.Answers.Items.ToList().IndexOf(item))];
        if (columns.Contains(-1) || columns.Length != later.Answers.Items.Count)
            throw new CommandRefused("The two files do not have the same items. Name the columns alike, and leave others out.");
        var places = later.Persons!.Select((name, place) => (name, place)).ToDictionary(both => both.name, both => both.place, StringComparer.Ordinal);
        int[] both = [.. Enumerable.Range(0, Persons!.Count).Where(place => places.ContainsKey(Persons[place]))];
        return (
            new ItemAnswers(Answers.Items, [.. both.Select(place => Answers.Persons[place])], Answers.Highest),
            new ItemAnswers(Answers.Items, [.. both.Select(place => columns.Select(column => later.Answers.Persons[places[Persons[place]]][column]).ToArray())], Answers.Highest),
            Persons.Count + later.Persons!.Count - 2 * both.Length);
    }

    private static double? Score(SheetFile sheet, (int Number, string[] Cells) line, int column, double highest) => Missing.Contains(line.Cells[column])
        ? null
        : double.TryParse(line.Cells[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) && score <= highest
            ? score
            : throw new TableFault(line.Number, column + 1, $"{sheet.Names[column]} holds “{line.Cells[column]}”; a score lies from 0 to {highest.ToString(CultureInfo.InvariantCulture)} (--highest), an empty cell was left out. A column that says who is named with --person.");
}
