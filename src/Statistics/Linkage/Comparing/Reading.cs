namespace Amparo.Statistics.Linkage.Comparing;

/// <summary>What one comparison says of one pair.</summary>
/// <param name="Level">0 missing, then from the strongest agreement to none.</param>
/// <param name="Records">How many records have the value that agrees; 0 where rarity says nothing.</param>
/// <param name="OfWords">Whether that is a word in the value, and not the whole of it.</param>
internal readonly record struct Reading(byte Level, int Records = 0, bool OfWords = false);

/// <summary>One dimension of a pattern.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Levels">What each level means, from 1; 0 is missing.</param>
internal sealed record Slot(string Name, IReadOnlyList<string> Levels)
{
    /// <summary>The chance that two records agree in the value by accident.</summary>
    public double Chance { get; set; } = 1;

    /// <summary>The same of a single word of it.</summary>
    public double ChanceOfWord { get; set; } = 1;
}

/// <summary>Compares one kind of fields, which may fill several slots (the names fill three, since they may change places).</summary>
internal interface IComparison
{
    IReadOnlyList<Slot> Slots { get; }

    /// <summary>What of a record is compared; nothing where it is missing.</summary>
    object? Code(string[] row, bool learns);

    /// <summary>When all records are coded.</summary>
    void Learned(int records);

    /// <summary>The value, where two who have the same are hardly ever two persons: what the model is learned from. Nothing of other values.</summary>
    string? Exact(object? code);

    /// <summary>Fills as many readings as there are slots.</summary>
    void Compare(object? one, object? other, Span<Reading> readings);
}
