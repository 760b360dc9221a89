namespace Amparo.Statistics.Linkage;

/// <summary>Which file each record is of. Of several files, only pairs across them count: within a file nobody stands twice.</summary>
internal sealed class Sources
{
    private readonly int[] _begins;
    private readonly int _records;

    /// <param name="records">In all files.</param>
    /// <param name="laterFiles">Where each file after the first begins; nothing for one file.</param>
    public Sources(int records, IReadOnlyList<int>? laterFiles)
    {
        (_records, _begins) = (records, [0, .. laterFiles ?? []]);
        for (var record = 0; record < records; record++)
            Pairs += Before(record);
    }

    /// <summary>That could be of one person.</summary>
    public double Pairs { get; }

    /// <summary>The records before this one that it may be: all, or those of earlier files.</summary>
    public int Before(int record) => _begins.Length == 1 ? record : _begins[FileOf(record)];

    public bool MayBeOne(int one, int other) => _begins.Length == 1 || FileOf(one) != FileOf(other);

    /// <summary>Two records at random, or nothing where they turn out to be one record, or of one file.</summary>
    public (int One, int Other)? Draw(Numerics.RandomStream stream)
    {
        if (_begins.Length == 1)
            return (stream.Below(_records), stream.Below(_records)) is var (a, b) && a != b ? (a, b) : null;
        var one = stream.Below(_begins[^1]);
        var other = _begins[1] + stream.Below(_records - _begins[1]);
        return one < Before(other) ? (one, other) : null;
    }

    public int FileOf(int record)
    {
        var file = _begins.Length - 1;
        while (_begins[file] > record)
            file--;
        return file;
    }
}
