namespace Amparo.Statistics.Linkage.Weighing;

/// <summary>The bits of a model's levels, worked out once.</summary>
internal sealed class ScoreTable
{
    private readonly double[] _bits;
    private readonly int _slots;
    private readonly double _prior;

    public ScoreTable(MatchModel model)
    {
        (_slots, _prior) = (model.M.Length, model.Prior);
        _bits = new double[_slots * LevelPattern.MostLevels];
        for (var slot = 0; slot < _slots; slot++)
        {
            for (var level = 1; level < model.M[slot].Length; level++)
                _bits[slot * LevelPattern.MostLevels + level] = model.Bits(slot, level);
        }
    }

    public double At(int slot, int level) => _bits[slot * LevelPattern.MostLevels + level];

    /// <summary>As <see cref="MatchModel.Score"/>.</summary>
    public double Of(ulong pattern)
    {
        var score = _prior;
        for (var slot = 0; slot < _slots; slot++, pattern >>= 4)
            score += _bits[slot * LevelPattern.MostLevels + (int)(pattern & 15)];
        return score;
    }
}
