namespace Amparo.Statistics.Linkage.Blocking;

/// <summary>What one thread needs to find candidates: which it has seen for the record it is at.</summary>
internal sealed class BlockingDesk(int records)
{
    private readonly int[] _seen = new int[records];
    private int _turn;

    public List<BlockingKey> Keys { get; } = [];

    public void Begin() => _turn++;

    public bool IsNew(int record)
    {
        if (_seen[record] == _turn)
            return false;
        _seen[record] = _turn;
        return true;
    }
}
