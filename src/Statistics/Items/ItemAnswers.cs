namespace Amparo.Statistics.Items;

/// <summary>What becomes of an answer that is missing.</summary>
public enum MissingAnswers
{
    /// <summary>Whoever left one out is left out: right where leaving out is chance.</summary>
    LeaveOut,

    /// <summary>It counts as 0: right where a person who knew would have answered.</summary>
    Wrong,
}

/// <summary>What persons answered to the items of one test.</summary>
public sealed class ItemAnswers
{
    /// <param name="items">Their names; two or more.</param>
    /// <param name="persons">For each person a score for each item, from 0 to <paramref name="highest"/>; nothing where it is missing.</param>
    /// <param name="highest">The score of a right answer.</param>
    /// <exception cref="ArgumentException">There are fewer than two items, a row has another length, or a score lies out of its range.</exception>
    public ItemAnswers(IReadOnlyList<string> items, IReadOnlyList<double?[]> persons, double highest = 1)
    {
        if (items.Count < 2)
            throw new ArgumentException("A test has two items or more.", nameof(items));
        if (!(highest > 0) || persons.Any(person => person.Length != items.Count || person.Any(score => score is { } value && !(value >= 0 && value <= highest))))
            throw new ArgumentException($"Every person has a score from 0 to {highest} for each of {items.Count} items, or nothing.", nameof(persons));
        (Items, Persons, Highest) = (items, persons, highest);
    }

    /// <summary>The items' names.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>By person and item.</summary>
    public IReadOnlyList<double?[]> Persons { get; }

    /// <summary>The score of a right answer.</summary>
    public double Highest { get; }

    /// <summary>How many left this item out.</summary>
    public int Missing(int item) => Persons.Count(person => person[item] is null);

    /// <summary>The scores of one person; nothing where one is missing and that person is left out.</summary>
    internal double[]? Scores(int person, MissingAnswers missing) =>
        missing == MissingAnswers.LeaveOut && Persons[person].Any(score => score is null) ? null : [.. Persons[person].Select(score => score ?? 0)];
}
