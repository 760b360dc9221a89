using Amparo.Statistics.Linkage.Comparing;

namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>The score of a pair: the prior, what each comparison says, and how rare the agreeing values are.</summary>
internal sealed class PairWeights(MatchModel model, IReadOnlyList<Slot> slots, int records)
{
    public ScoreTable Table { get; } = new(model);

    public MatchModel Model => model;

    public IReadOnlyList<Slot> Slots => slots;

    /// <summary>In bits.</summary>
    public double Score(ReadOnlySpan<Reading> readings)
    {
        var score = model.Prior;
        for (var slot = 0; slot < slots.Count; slot++)
            score += Table.At(slot, readings[slot].Level) + Rarity(slot, readings[slot]);
        return score;
    }

    /// <summary>What the value adds to its level: log2 of the chance that any value agrees by accident over the share of this one.</summary>
    public double Rarity(int slot, Reading reading)
    {
        if (reading.Records == 0)
            return 0;
        var chance = reading.OfWords ? slots[slot].ChanceOfWord : slots[slot].Chance;
        return double.Log2(chance * records / reading.Records);
    }
}
